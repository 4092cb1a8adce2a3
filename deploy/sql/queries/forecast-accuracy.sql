-- How good are the forecasts? Mean absolute error, in units of the resource, and its share of the demand,
-- by market and by periods ahead.
SELECT
  f.market,
  f.ahead,
  COUNT(*) AS forecasts,
  AVG(ABS(f.expected - d.used)) AS meanAbsoluteError,
  SUM(ABS(f.expected - d.used)) / NULLIF(SUM(d.used), 0) AS shareOfDemand
FROM (
  SELECT
    market,
    expected,
    ahead,
    TIMESTAMPADD(SECOND, CAST((ahead - 1) * periodMillis / 1000 AS INT), dataAsOf) AS periodStart
  FROM afm_forecasts
  CROSS JOIN UNNEST(mean) WITH ORDINALITY AS horizon (expected, ahead)
) AS f
JOIN afm_demand AS d ON d.market = f.market AND d.windowStart = f.periodStart
WHERE d.samples > 0
GROUP BY f.market, f.ahead
ORDER BY market, ahead;
