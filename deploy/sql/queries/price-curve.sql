-- What did each delivery period cost? The price curve of each market: what was traded, at which mean
-- price, and at what the contract was settled.
SELECT
  REGEXP_EXTRACT(contract, '^(.+)\.[^.]+\.[^.]+$', 1) AS market,
  REGEXP_EXTRACT(contract, '([^.]+)$', 1) AS delivery,
  SUM(CASE WHEN kind = 'CLEARING' THEN volumeLots ELSE 0 END) AS tradedLots,
  SUM(CASE WHEN kind = 'CLEARING' THEN CAST(priceTicks AS DOUBLE) * volumeLots END)
    / NULLIF(SUM(CASE WHEN kind = 'CLEARING' THEN volumeLots END), 0) AS meanTicks,
  MAX(CASE WHEN kind = 'SETTLEMENT' THEN priceTicks END) AS settlementTicks,
  MAX(CASE WHEN kind = 'INDEX' THEN priceTicks END) AS indexTicks
FROM afm_prices
GROUP BY
  REGEXP_EXTRACT(contract, '^(.+)\.[^.]+\.[^.]+$', 1),
  REGEXP_EXTRACT(contract, '([^.]+)$', 1)
ORDER BY market, delivery;
