-- What each process holds of slots that all share, and what it wants. turn counts up: higher for whoever has begun to hold some later.
CREATE TABLE slot_holder (
    name TEXT NOT NULL,
    holder TEXT NOT NULL,
    held INTEGER NOT NULL,
    wanted INTEGER NOT NULL,
    capacity INTEGER NOT NULL,
    turn INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (name, holder)
) STRICT, WITHOUT ROWID;
