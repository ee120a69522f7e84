-- Events that stand in the lane of their lead are found by that lane: they come into this index when they leave it. So what is accepted changes
-- one page less.
DROP INDEX event_by_lead;

CREATE INDEX event_by_lead ON event (lead) WHERE lead IS NOT NULL AND (expires_at IS NOT NULL OR lane IS NOT 'lead:' || lead);
