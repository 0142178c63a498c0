-- One row is one event, with what it is called: its title, and where another event has the same, its date.
SELECT
    id,
    title || CASE WHEN date IS NULL OR count(*) OVER (PARTITION BY title) = 1 THEN '' ELSE ', ' || in_words(date) END AS name
FROM events
ORDER BY id
