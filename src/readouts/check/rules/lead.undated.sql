-- error
-- A lead that leaves a hole says in which months: one that is not judged, or that no page or a machine alone holds, has a date.
-- Fix: give the date of the contact, or the day of publication, as wide as it is known.
SELECT 'ledger' AS table_name, row_key, 'date' AS column_name, 'the lead leaves a hole, but no date says where' AS problem
FROM ledger
WHERE date IS NULL AND published IS NULL AND (decision = 'not-yet' OR coalesce(reason, '') IN ('no-page', 'machine'))
ORDER BY row_key
