-- error
-- Every stance has a polarity and the place on the scale that goes with it, and no other code has either.
-- Fix: give for a scale of 1 or 2, against -1 or -2, open 0, and silent none; in other lists empty both cells.
SELECT 'codes' AS table_name, row_key, CASE WHEN list = 'stance' AND polarity IS NULL THEN 'polarity' ELSE 'scale' END AS column_name,
       CASE WHEN list <> 'stance' THEN 'only stances have a polarity and a scale'
            WHEN polarity IS NULL THEN 'the stance has no polarity, so that no derived table knows which way it points'
            WHEN scale IS NULL THEN 'the stance is "' || polarity || '" and has no scale'
            ELSE 'the stance is "' || polarity || '" and has the scale ' || scale END AS problem
FROM codes
WHERE CASE WHEN list <> 'stance' THEN polarity IS NOT NULL OR scale IS NOT NULL
           WHEN polarity = 'for' THEN coalesce(scale <= 0, TRUE)
           WHEN polarity = 'against' THEN coalesce(scale >= 0, TRUE)
           WHEN polarity = 'open' THEN coalesce(scale <> 0, TRUE)
           WHEN polarity = 'silent' THEN scale IS NOT NULL
           ELSE TRUE END
ORDER BY row_key
