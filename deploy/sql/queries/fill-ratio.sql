-- Who gets what it asks for? Lots that each account ordered, lots that were filled, and their ratio, by
-- side. A replaced order counts once, as it was last; rejected commands are none.
SELECT
  account,
  side,
  COUNT(*) AS orders,
  SUM(orderLots) AS orderedLots,
  SUM(filledLots) AS filledLots,
  CAST(SUM(filledLots) AS DOUBLE) / NULLIF(SUM(orderLots), 0) AS fillRatio
FROM (
  SELECT
    account,
    side,
    clientOrderId,
    contract,
    MAX(orderLots) AS orderLots,
    MAX(cumulativeLots) AS filledLots
  FROM afm_executions
  WHERE executionType IN ('NEW', 'TRADE', 'EXPIRED', 'SUSPENDED')
  GROUP BY account, side, clientOrderId, contract
)
GROUP BY account, side
ORDER BY account, side;
