-- Which contacts did a side deny, and acknowledge later?
-- Every denial of a contact by a side that took part in it, opinion and what only follows by logic left out, and the first acknowledgement of that contact by the same side that surely comes after it: that it took place, how long it lasted or what was said in it. The denial of a plan is none of a contact. "No acknowledgement is coded": there may be one where the months are not coded completely, and that none is found says nothing of whether the denial was true. Where another body of the side denies it, which is no voice of it there, that is marked.
-- In short: Every denial of a contact, and what the same side said of it later.
-- Shown: date, speaker + whose, words + publisher + address + statement_id, event_id, followed + after, later_date + later_speaker, later_words + later_publisher + later_address + later_statement_id
-- :side =   the side that denies it; leave it empty for all.
-- :side one of SELECT code, label FROM codes WHERE list = 'side' AND nature IN ('principal', 'party') ORDER BY rank
-- :followed =   what followed; leave it empty for every denial.
-- :followed one of SELECT 'acknowledged later' UNION ALL SELECT 'no acknowledgement is coded'
WITH denials AS (
    SELECT v.event_id, v.side, v.voice, t.claim_id, t.statement_id, t.speaker, t.organization, t.date, t.not_before, t.not_after, t.quotation_id, t.source_id
    FROM contact_voices v
    JOIN claim_timeline t ON t.claim_id = v.claim_id AND t.statement_id = v.statement_id
    WHERE v.voice IN ('took part', 'body', 'state', 'side only') AND v.leak_id IS NULL AND t.claim_kind = 'occurrence' AND t.scale = -2
      AND t.stands = 1 AND t.opinion = 0 AND t.basis <> 'logic' AND t.medium <> 'leaked-record'
),
later AS (
    SELECT d.event_id AS of_event, d.claim_id AS of_claim, d.statement_id AS of_statement, d.side AS of_side, p.statement_id, p.claim_id, p.not_before, p.not_after,
        row_number() OVER (PARTITION BY d.event_id, d.claim_id, d.statement_id, d.side ORDER BY coalesce(p.not_after, '9999'), p.statement_id, p.claim_id) AS turn
    FROM denials d
    JOIN party_words p ON p.event_id = d.event_id AND p.side = d.side AND p.subject IN ('occurrence', 'course') AND p.scale = 2
    WHERE p.not_before > d.not_after
       OR EXISTS (SELECT 1 FROM known_order k WHERE k.earlier_statement_id = d.statement_id AND k.later_statement_id = p.statement_id)
)
SELECT d.date, d.speaker, CASE d.voice WHEN 'side only' THEN 'another body of the side' ELSE '' END AS whose, q.words, CASE WHEN q.words IS NULL THEN q.proof END AS proof, CASE WHEN coalesce(q.words, q.proof) IS NULL THEN q.passage END AS passage, sources.publisher, evidence.link AS address, d.statement_id, d.event_id,
    CASE WHEN later.turn = 1 THEN 'acknowledged later' ELSE 'no acknowledgement is coded' END AS followed,
    CASE WHEN d.not_before = d.not_after AND later.not_before = later.not_after THEN CAST(julianday(later.not_before) - julianday(d.not_before) AS INTEGER) END AS days,
    CASE WHEN d.not_before <> d.not_after OR later.not_before <> later.not_after THEN NULL WHEN d.not_before = later.not_before THEN 'on the same day' WHEN julianday(later.not_before) - julianday(d.not_before) = 1 THEN 'after 1 day' ELSE 'after ' || CAST(julianday(later.not_before) - julianday(d.not_before) AS INTEGER) || ' days' END AS after,
    t.date AS later_date, t.speaker AS later_speaker, lq.words AS later_words, CASE WHEN lq.words IS NULL THEN lq.proof END AS later_proof, CASE WHEN coalesce(lq.words, lq.proof) IS NULL THEN lq.passage END AS later_passage, ls.publisher AS later_publisher, le.link AS later_address, later.statement_id AS later_statement_id,
    d.side, d.claim_id, d.source_id
FROM denials d
JOIN contact_standing c ON c.event_id = d.event_id AND ', ' || c.parties || ', ' LIKE '%, ' || d.side || ', %'
JOIN quotations q ON q.id = d.quotation_id
JOIN sources ON sources.id = d.source_id
JOIN evidence ON evidence.quotation_id = d.quotation_id
LEFT JOIN later ON later.of_event = d.event_id AND later.of_claim = d.claim_id AND later.of_statement = d.statement_id AND later.of_side = d.side AND later.turn = 1
LEFT JOIN claim_timeline t ON t.claim_id = later.claim_id AND t.statement_id = later.statement_id
LEFT JOIN quotations lq ON lq.id = t.quotation_id
LEFT JOIN sources ls ON ls.id = t.source_id
LEFT JOIN evidence le ON le.quotation_id = t.quotation_id
WHERE (trim(:side) = '' OR d.side = replace(lower(trim(:side)), ' ', '-'))
  AND (trim(:followed) = '' OR lower(trim(:followed)) = CASE WHEN later.turn = 1 THEN 'acknowledged later' ELSE 'no acknowledgement is coded' END)
ORDER BY later.turn IS NULL, coalesce(d.not_after, d.not_before) DESC, d.statement_id, d.claim_id
