-- What is not coded yet?
-- How far the record covers each month, level of contacts and side, where it does not cover it wholly: the leads that nobody has judged yet, what is known to be missing and why, and how often it was searched. From what is not here nothing follows: it was not looked for yet, or no page was found. Months without any lead or search are not coded, too. A lead is a page, a statement, a contact or one side's account of it that somebody pointed us to; what is missing of several alike is told once.
-- In short: Month by month, level by level, side by side: what is open.
-- Example: What is not coded yet, month by month?
-- Shown: month, level, side, state, open_leads, known_missing, searches, what_is_missing
-- :from_month =   the first month; leave it empty for the beginning.
-- :from_month one of SELECT DISTINCT month FROM coverage ORDER BY month
-- :to_month =   the last month; leave it empty for the end.
-- :to_month one of SELECT DISTINCT month FROM coverage ORDER BY month
-- :level =   who met or spoke; leave it empty for all.
-- :level one of SELECT code, label FROM codes WHERE list = 'level' ORDER BY rank
SELECT c.month, level.label AS level, side.label AS side, c.state, c.open_leads, c.known_missing, c.searches, c.what_is_missing
FROM coverage c
JOIN codes AS level ON level.list = 'level' AND level.code = c.level
JOIN codes AS side ON side.list = 'side' AND side.code = c.side
WHERE c.state <> 'complete'
  AND (trim(:from_month) = '' OR c.month >= trim(:from_month)) AND (trim(:to_month) = '' OR c.month <= trim(:to_month))
  AND (trim(:level) = '' OR c.level = lower(trim(:level)))
ORDER BY c.month DESC, level.rank, side.rank
