-- error
-- A proof is one run of words of the source: no quotation mark and no cut stands in it.
-- Fix: copy one run that stands outside the source's marks; what is inside them is the speaker's, and belongs into words.
SELECT 'quotations' AS table_name, row_key, 'proof' AS column_name,
       CASE WHEN contains(proof, '…]') OR contains(proof, '[') THEN 'the proof is cut' ELSE 'a quotation mark stands in the proof' END AS problem
FROM quotations
WHERE contains(proof, '…') OR contains(proof, '[') OR contains(proof, '"') OR contains(proof, '“') OR contains(proof, '”') OR contains(proof, '„')
   OR contains(proof, '«') OR contains(proof, '»') OR contains(proof, '‘') OR contains(' ' || proof, ' ''')
ORDER BY row_key
