-- A row for each event in a lane, in the order of acceptance, in place of a row for each lane and an index of events by their lane: whatever
-- enters or leaves a lane changes one page less. The first row of a lane also has when it may next be taken (due_at) and the token of the
-- lease, null when nobody holds it; both are null in the others.
ALTER TABLE lane RENAME TO lane_before;

CREATE TABLE lane (
    name TEXT NOT NULL,
    event INTEGER NOT NULL,
    due_at INTEGER,
    token TEXT,
    PRIMARY KEY (name, event)
) STRICT, WITHOUT ROWID;

INSERT INTO lane (name, event) SELECT lane, created_at FROM event WHERE expires_at IS NULL AND lane IS NOT NULL ORDER BY lane, created_at;

-- An event whose lane was missing was not run; now it is.
UPDATE lane SET
    due_at = coalesce((SELECT due_at FROM lane_before WHERE lane_before.name = lane.name), event),
    token = (SELECT token FROM lane_before WHERE lane_before.name = lane.name)
WHERE event = (SELECT min(other.event) FROM lane AS other WHERE other.name = lane.name);

DROP TABLE lane_before;
DROP INDEX event_in_lane;

CREATE INDEX lane_by_due ON lane (due_at) WHERE due_at IS NOT NULL;
