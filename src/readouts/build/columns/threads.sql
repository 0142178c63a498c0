-- One row is one thread, with how many claims it has, and how many statements on them, by which sides.
WITH
counted AS (SELECT thread_id, count(*) AS claims FROM thread_claims GROUP BY thread_id),
stepped AS (SELECT thread_id, max(step) AS steps FROM thread_steps GROUP BY thread_id),
sided AS (
    SELECT thread_id, group_concat(label, ', ') AS sides
    FROM (
        SELECT DISTINCT thread_steps.thread_id, codes.label, codes."rank"
        FROM thread_steps
        JOIN codes ON codes.list = 'side' AND codes.code = thread_steps.side
        ORDER BY thread_steps.thread_id, codes."rank"
    )
    GROUP BY thread_id
)
SELECT
    threads.id,
    coalesce(counted.claims, 0) AS claims,
    coalesce(stepped.steps, 0) AS steps,
    coalesce(sided.sides, 'none') AS sides
FROM threads
LEFT JOIN counted ON counted.thread_id = threads.id
LEFT JOIN stepped ON stepped.thread_id = threads.id
LEFT JOIN sided ON sided.thread_id = threads.id
ORDER BY threads.id
