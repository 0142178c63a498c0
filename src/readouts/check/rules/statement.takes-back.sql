-- error
-- Nobody takes back what another said, nor what he had yet to say.
-- Fix: name the earlier statement of the same speaker; or empty the cell.
SELECT 'statements' AS table_name, later.row_key, 'takes_back_id' AS column_name,
       CASE WHEN later.id = earlier.id THEN 'the statement itself'
            WHEN later.date_latest < earlier.date_earliest THEN '"' || earlier.id || '" is dated later'
            ELSE '"' || earlier.id || '" is of another speaker' END AS problem
FROM statements AS later
JOIN statements AS earlier ON earlier.id = later.takes_back_id
WHERE later.id = earlier.id OR later.date_latest < earlier.date_earliest
   OR coalesce(later.speaker_id, later.speaker_label, later.organization_id)
      IS DISTINCT FROM coalesce(earlier.speaker_id, earlier.speaker_label, earlier.organization_id)
ORDER BY later.row_key
