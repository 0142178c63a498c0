-- error
-- Nobody is named for an unattributed quotation: its statement has no speaker_id, and a note that says why the organization is our reading.
-- Fix: take the speaker out and write the note, or correct the form.
SELECT DISTINCT 'statements' AS table_name, s.row_key, CASE WHEN s.note IS NULL THEN 'note' ELSE 'speaker_id' END AS column_name,
       CASE WHEN s.note IS NULL THEN 'a quotation is unattributed, and no note says why' ELSE 'a quotation is unattributed, but a person is named' END AS problem
FROM statements s JOIN quotations q ON q.statement_id = s.id AND q.form = 'unattributed'
WHERE s.note IS NULL OR s.speaker_id IS NOT NULL
ORDER BY s.row_key
