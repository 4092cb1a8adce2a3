-- What could not be used, and since when? Dead letters by topic and reason.
SELECT
  topic,
  reason,
  COUNT(*) AS records,
  MIN(`timestamp`) AS firstTime,
  MAX(`timestamp`) AS lastTime
FROM afm_dead_letters
GROUP BY topic, reason
ORDER BY records DESC, topic, reason;
