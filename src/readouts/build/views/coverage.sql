-- One row is one month, one level of contacts and one side, and how far the record covers that side's accounts of them.
-- It is worked out from the ledger of leads, the searches and the counts: nobody can type it.
-- The months run from the first to the last in which a lead names a contact of a known month, or a search looked. The sides are
-- those whose contacts the record is about.
-- A lead belongs to each month in which its contact may lie, else to the months of its publication; to its level and its side, and
-- to every level and side where it names none. A contact belongs to both sides, an account to the one that gives it.
-- Contacts that a text says are one count once. A contact counts if somebody says that it took place.
-- A search covers each day of its time, at the levels and for the sides of its scopes. The columns say what the worst day has.
-- state, by the first of these that holds:
--   complete   every lead is judged, and none left out because no page holds it or a machine rewrote it; each day is covered by
--              four searches or more, among them one in the side's own language and one for its official texts; and no count of
--              contacts between people of this level exceeds what the record has
--   partial    a lead of this level is taken or merged, or the record has a contact of this month, level and side
--   not coded  the rest
-- Complete says that the stored pages were searched and all that was found was judged, not that there was nothing else.
WITH RECURSIVE
leads AS (
    SELECT
        id, kind, "level", side, publisher, decision, reason, note, part_of_id, date_earliest = date_latest AS has_day,
        CASE WHEN date IS NULL THEN published_earliest ELSE date_earliest END AS earliest,
        CASE WHEN date IS NULL THEN published_latest ELSE date_latest END AS latest,
        substr(date_earliest, 1, 7) AS first_month,
        substr(date_latest, 1, 7) AS last_month
    FROM ledger
    WHERE date IS NOT NULL OR published IS NOT NULL
),
named AS (
    SELECT first_month AS month FROM leads WHERE kind = 'contact' AND first_month = last_month
    UNION SELECT substr("first", 1, 7) FROM searches
    UNION SELECT substr("last", 1, 7) FROM searches
),
months (month) AS (
    SELECT first FROM (SELECT min(month) AS first FROM named) WHERE first IS NOT NULL
    UNION ALL
    SELECT strftime('%Y-%m', month || '-01', '+1 month') FROM months WHERE month < (SELECT max(month) FROM named)
),
spans AS (
    SELECT month, month || '-01' AS first_day, date(month || '-01', '+1 month', '-1 day') AS last_day FROM months
),
-- The days on which a month or a search begins, and those behind a search: from each to the next all days are covered alike.
days (day) AS (
    SELECT first_day FROM spans
    UNION SELECT "first" FROM searches
    UNION SELECT date("last", '+1 day') FROM searches
),
month_days AS (
    SELECT spans.month, count(*) AS days
    FROM spans
    JOIN days ON days.day BETWEEN spans.first_day AND spans.last_day
    GROUP BY spans.month
),
sides AS (
    SELECT code AS side, language FROM codes WHERE list = 'side' AND nature = 'principal'
),
levels AS (
    SELECT code AS level FROM codes WHERE list = 'level'
),
cells AS (
    SELECT spans.month, spans.first_day, spans.last_day, levels.level, sides.side, sides.language
    FROM spans CROSS JOIN levels CROSS JOIN sides
),
cell_leads AS (
    SELECT cells.month, cells.level, cells.side, leads.*, leads."level" AS own_level
    FROM cells
    JOIN leads
      ON coalesce(leads."level", cells.level) = cells.level AND coalesce(leads.side, cells.side) = cells.side
     AND coalesce(leads.earliest, cells.first_day) <= cells.last_day AND coalesce(leads.latest, cells.last_day) >= cells.first_day
),
judged AS (
    SELECT
        month, level, side,
        count(*) AS leads,
        sum(decision = 'not-yet') AS open,
        sum(coalesce(reason IN ('no-page', 'machine'), 0)) AS missing,
        sum(decision IN ('taken', 'merged') AND own_level IS NOT NULL) AS coded
    FROM cell_leads
    GROUP BY month, level, side
),
missing_texts AS (
    SELECT month, level, side, group_concat(what, ' / ') AS texts
    FROM (
        SELECT DISTINCT cell_leads.month, cell_leads.level, cell_leads.side, coalesce(whole.title || ': ', cell_leads.publisher || ': ', '') || cell_leads.note AS what
        FROM cell_leads
        LEFT JOIN ledger AS whole ON whole.id = cell_leads.part_of_id AND whole.kind = 'contact'
        WHERE cell_leads.reason IN ('no-page', 'machine')
        ORDER BY 1, 2, 3, 4
    )
    GROUP BY month, level, side
),
day_searches AS (
    SELECT
        cells.month, cells.level, cells.side, days.day,
        count(searches.id) AS searches,
        count(CASE WHEN searches.language = cells.language THEN 1 END) AS own,
        count(CASE WHEN search_scopes.aim = 'official' THEN 1 END) AS official,
        max(searches.day) AS searched_on
    FROM cells
    JOIN days ON days.day BETWEEN cells.first_day AND cells.last_day
    LEFT JOIN search_scopes ON search_scopes."level" = cells.level AND search_scopes.side = cells.side
    LEFT JOIN searches ON searches.id = search_scopes.search_id AND days.day BETWEEN searches."first" AND searches."last"
    WHERE search_scopes.search_id IS NULL OR searches.id IS NOT NULL
    GROUP BY cells.month, cells.level, cells.side, days.day
),
month_searches AS (
    SELECT
        month, level, side, min(searches) AS searches, min(own) AS own, min(official) AS official,
        count(*) AS days, max(searched_on) AS searched_on
    FROM day_searches
    GROUP BY month, level, side
),
exceeded AS (
    SELECT cells.month, cells.level, cells.side, count(DISTINCT count_checks.claim_id) AS counts
    FROM cells
    JOIN count_checks ON count_checks.result = 'record has fewer'
    JOIN claims ON claims.id = count_checks.claim_id
    WHERE coalesce(claims.counted_period_earliest, cells.first_day) <= cells.last_day
      AND coalesce(claims.counted_period_latest, cells.last_day) >= cells.first_day
      AND (
          EXISTS (
              SELECT 1 FROM events
              WHERE events.kind = claims.counted_kind AND events."level" = cells.level
                AND EXISTS (SELECT 1 FROM event_participants AS one WHERE one.event_id = events.id AND one.person_id = claims.counted_person_id)
                AND EXISTS (SELECT 1 FROM event_participants AS two WHERE two.event_id = events.id AND two.person_id = claims.counted_with_id)
          )
      )
    GROUP BY cells.month, cells.level, cells.side
),
-- Contacts of which somebody says that they took place; what nobody but the denial or the plan of it tells of is none.
told AS (
    SELECT DISTINCT claim_timeline.event_id
    FROM claim_timeline
    WHERE claim_timeline.scale = 2 AND claim_timeline.stands = 1 AND claim_timeline.opinion = 0 AND claim_timeline.basis <> 'logic'
      AND (claim_timeline.claim_kind = 'occurrence'
           OR (claim_timeline.claim_kind IN ('duration', 'content')
               AND (EXISTS (SELECT 1 FROM claims WHERE claims.event_id = claim_timeline.event_id AND claims.kind = 'occurrence')
                    OR NOT EXISTS (SELECT 1 FROM claims WHERE claims.event_id = claim_timeline.event_id AND claims.kind = 'plan'))))
),
record_contacts AS (
    SELECT cells.month, cells.level, cells.side,
        count(DISTINCT coalesce(CASE events.same_as_basis WHEN 'stated' THEN events.same_as_id END, events.id)) AS contacts
    FROM cells
    JOIN events ON events."level" = cells.level AND events.date_earliest >= cells.first_day AND events.date_latest <= cells.last_day
    JOIN event_participants ON event_participants.event_id = events.id
    JOIN organizations ON organizations.id = event_participants.organization_id AND organizations.side = cells.side
    WHERE events.id IN (SELECT event_id FROM told)
    GROUP BY cells.month, cells.level, cells.side
),
figures AS (
    SELECT
        cells.month, cells.level, cells.side,
        coalesce(record_contacts.contacts, 0) AS contacts,
        coalesce(judged.leads, 0) AS leads,
        coalesce(judged.open, 0) AS open,
        coalesce(judged.missing, 0) AS missing,
        coalesce(judged.coded, 0) AS coded,
        CASE WHEN month_searches.days = month_days.days THEN month_searches.searches ELSE 0 END AS searches,
        CASE WHEN month_searches.days = month_days.days THEN month_searches.own ELSE 0 END AS own,
        CASE WHEN month_searches.days = month_days.days THEN month_searches.official ELSE 0 END AS official,
        month_searches.searched_on,
        coalesce(exceeded.counts, 0) AS counts,
        missing_texts.texts
    FROM cells
    JOIN month_days USING (month)
    LEFT JOIN judged USING (month, level, side)
    LEFT JOIN month_searches USING (month, level, side)
    LEFT JOIN exceeded USING (month, level, side)
    LEFT JOIN record_contacts USING (month, level, side)
    LEFT JOIN missing_texts USING (month, level, side)
)
SELECT
    month,
    level,
    side,
    CASE
        WHEN open = 0 AND missing = 0 AND searches >= 4 AND own > 0 AND official > 0 AND counts = 0 THEN 'complete'
        WHEN coded > 0 OR contacts > 0 THEN 'partial'
        ELSE 'not coded'
    END AS state,
    contacts,
    leads,
    open AS open_leads,
    missing AS known_missing,
    searches,
    own AS own_language,
    official,
    counts AS counts_exceeded,
    searched_on,
    texts AS what_is_missing
FROM figures
ORDER BY month, level, side
