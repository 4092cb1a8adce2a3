-- How well is capacity used? Mean use and capacity of each market and day, in units of the resource, their
-- ratio, and the periods in which demand exceeded capacity.
SELECT
  market,
  CAST(windowStart AS DATE) AS deliveryDay,
  COUNT(*) AS periods,
  AVG(used) AS meanUsed,
  AVG(capacity) AS meanCapacity,
  SUM(used) / NULLIF(SUM(capacity), 0) AS utilisation,
  SUM(CASE WHEN used > capacity THEN 1 ELSE 0 END) AS shortPeriods
FROM afm_demand
WHERE samples > 0
GROUP BY market, CAST(windowStart AS DATE)
ORDER BY market, deliveryDay;
