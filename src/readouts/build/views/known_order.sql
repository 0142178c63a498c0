-- One row is a pair of statements of which the texts say that one was made before the other: directly (after_id), or
-- over other statements between them. Pairs whose order only their dates show are not listed here.
WITH RECURSIVE
said_order (earlier_statement_id, later_statement_id) AS (
    SELECT after_id, id FROM statements WHERE after_id IS NOT NULL
    UNION
    SELECT statements.after_id, said_order.later_statement_id
    FROM said_order
    JOIN statements ON statements.id = said_order.earlier_statement_id
    WHERE statements.after_id IS NOT NULL
)
SELECT earlier_statement_id, later_statement_id
FROM said_order
ORDER BY later_statement_id, earlier_statement_id
