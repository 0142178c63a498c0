-- error
-- A statement that comes after another is not dated before it.
-- Fix: correct one of the dates, or take after_id out.
SELECT 'statements' AS table_name, later.row_key, 'after_id' AS column_name,
       'dated ' || later.date || ', before ' || earlier.id || ' of ' || earlier.date AS problem
FROM statements later JOIN statements earlier ON earlier.id = later.after_id
WHERE later.date_latest < earlier.date_earliest
ORDER BY later.row_key
