-- One row is one organization: what is said in its name, how often and between which days, and how many sources it
-- published.
WITH
said AS (
    SELECT organization_id, count(*) AS statements, min(date_earliest) AS first_said, max(date_latest) AS last_said
    FROM statements
    GROUP BY organization_id
),
published AS (
    SELECT publisher_id, count(*) AS sources FROM sources GROUP BY publisher_id
)
SELECT
    organizations.id,
    coalesce(said.statements, 0) AS statements,
    said.first_said,
    said.last_said,
    coalesce(published.sources, 0) AS sources
FROM organizations
LEFT JOIN said ON said.organization_id = organizations.id
LEFT JOIN published ON published.publisher_id = organizations.id
ORDER BY organizations.id
