-- warning
-- A claim is not denied before anybody makes it.
-- Fix: look for the earlier statement that makes the claim, or correct a date.
SELECT 'statements' AS table_name, denial.row_key, 'date' AS column_name,
       stances.stance || ' ' || stances.claim_id || ' before any statement in the record makes it' AS problem
FROM stances JOIN statements denial ON denial.id = stances.statement_id
WHERE stances.stance IN (SELECT code FROM codes WHERE list = 'stance' AND scale = -2)
  AND EXISTS (SELECT 1 FROM stances made WHERE made.claim_id = stances.claim_id AND made.stance IN (SELECT code FROM codes WHERE list = 'stance' AND scale = 2))
  AND NOT EXISTS (
      SELECT 1 FROM stances made JOIN statements maker ON maker.id = made.statement_id
      WHERE made.claim_id = stances.claim_id AND made.stance IN (SELECT code FROM codes WHERE list = 'stance' AND scale = 2)
        AND (maker.date_earliest IS NULL OR denial.date_latest IS NULL OR maker.date_earliest <= denial.date_latest))
ORDER BY denial.row_key, stances.claim_id
