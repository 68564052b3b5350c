PRAGMA application_id = 1396788310;
PRAGMA user_version = 1;
CREATE TABLE meta (
        id INTEGER PRIMARY KEY CHECK (id = 1), writes INTEGER NOT NULL, made_at TEXT NOT NULL);
CREATE TABLE card (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,
        display_name TEXT NOT NULL, first_name TEXT NOT NULL, middle_name TEXT NOT NULL, last_name TEXT NOT NULL,
        prefix TEXT NOT NULL, suffix TEXT NOT NULL, nickname TEXT NOT NULL, pronunciation TEXT NOT NULL,
        pronouns TEXT NOT NULL, title TEXT NOT NULL, company TEXT NOT NULL, birthday TEXT NOT NULL,
        about TEXT NOT NULL, cadence_days INTEGER, extra TEXT NOT NULL,
        created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT);
CREATE TABLE line (
        id INTEGER PRIMARY KEY, card_id INTEGER NOT NULL REFERENCES card (id) ON DELETE CASCADE,
        kind TEXT NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL, label TEXT NOT NULL,
        normal TEXT NOT NULL);
CREATE TABLE tag (
        id INTEGER PRIMARY KEY, card_id INTEGER NOT NULL REFERENCES card (id) ON DELETE CASCADE,
        position INTEGER NOT NULL, tag TEXT NOT NULL, UNIQUE (card_id, tag));
CREATE TABLE picture (
        digest TEXT PRIMARY KEY, data BLOB NOT NULL, created_at TEXT NOT NULL);
CREATE TABLE card_picture (
        id INTEGER PRIMARY KEY, card_id INTEGER NOT NULL REFERENCES card (id) ON DELETE CASCADE,
        position INTEGER NOT NULL, digest TEXT NOT NULL, kind TEXT NOT NULL);
CREATE TABLE merged (
        uid TEXT PRIMARY KEY, card_id INTEGER NOT NULL REFERENCES card (id) ON DELETE CASCADE);
CREATE TABLE event (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, folded TEXT NOT NULL,
        place TEXT NOT NULL, starts TEXT, ends TEXT, zone TEXT NOT NULL,
        created_at TEXT NOT NULL, deleted_at TEXT);
CREATE TABLE meeting (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,
        card_id INTEGER NOT NULL REFERENCES card (id) ON DELETE CASCADE,
        event_id INTEGER REFERENCES event (id) ON DELETE SET NULL, event TEXT NOT NULL, place TEXT NOT NULL,
        met_local TEXT, met_zone TEXT NOT NULL, met_precision TEXT NOT NULL, met_guess INTEGER NOT NULL,
        tie TEXT NOT NULL, their_words TEXT NOT NULL, hook TEXT NOT NULL, told TEXT NOT NULL,
        created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT);
CREATE TABLE meeting_line (
        id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
        kind TEXT NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE meeting_person (
        id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
        role TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
        card_id INTEGER REFERENCES card (id) ON DELETE SET NULL);
CREATE TABLE promise (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
        position INTEGER NOT NULL, text TEXT NOT NULL, by TEXT NOT NULL, due TEXT, done_at TEXT);
CREATE TABLE note (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,
        card_id INTEGER NOT NULL REFERENCES card (id) ON DELETE CASCADE,
        meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
        channel TEXT NOT NULL, text TEXT NOT NULL,
        created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT);
CREATE TABLE activity (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        card_id INTEGER NOT NULL REFERENCES card (id) ON DELETE CASCADE,
        note_id INTEGER REFERENCES note (id) ON DELETE SET NULL,
        deed TEXT NOT NULL, at TEXT NOT NULL, channel TEXT, detail TEXT NOT NULL, by_import INTEGER NOT NULL);
CREATE TABLE dismissal (
        id INTEGER PRIMARY KEY AUTOINCREMENT, rule TEXT NOT NULL,
        card_id INTEGER REFERENCES card (id) ON DELETE CASCADE,
        note_id INTEGER REFERENCES note (id) ON DELETE CASCADE,
        fingerprint TEXT NOT NULL, created_at TEXT NOT NULL);
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE step (
        id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, run TEXT NOT NULL,
        at TEXT NOT NULL, touched_at TEXT NOT NULL);
CREATE TABLE change (
        id INTEGER PRIMARY KEY AUTOINCREMENT, step_id INTEGER NOT NULL REFERENCES step (id) ON DELETE CASCADE,
        kind TEXT NOT NULL, row_id INTEGER NOT NULL, card_id INTEGER, before TEXT);
CREATE TABLE person (
        card_id INTEGER PRIMARY KEY REFERENCES card (id) ON DELETE CASCADE,
        sort_key TEXT NOT NULL, letter TEXT NOT NULL, name TEXT NOT NULL, first_name TEXT NOT NULL,
        title TEXT NOT NULL, company TEXT NOT NULL, initials TEXT NOT NULL,
        met_at INTEGER, met_precision TEXT NOT NULL, state TEXT NOT NULL, state_at INTEGER, event TEXT NOT NULL,
        tags TEXT NOT NULL, cadence_days INTEGER, last_contact_at INTEGER, next_promise_due TEXT,
        to_send INTEGER NOT NULL, in_touch INTEGER NOT NULL);
CREATE TABLE word (word TEXT PRIMARY KEY, cards INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX card_deleted ON card (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX line_card ON line (card_id);
CREATE INDEX line_normal ON line (normal, kind) WHERE normal <> '';
CREATE INDEX tag_name ON tag (tag);
CREATE INDEX card_picture_card ON card_picture (card_id);
CREATE INDEX card_picture_digest ON card_picture (digest);
CREATE INDEX merged_card ON merged (card_id);
CREATE INDEX event_folded ON event (folded);
CREATE INDEX meeting_card ON meeting (card_id);
CREATE INDEX meeting_event ON meeting (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX meeting_line_meeting ON meeting_line (meeting_id);
CREATE INDEX meeting_person_meeting ON meeting_person (meeting_id);
CREATE INDEX meeting_person_card ON meeting_person (card_id) WHERE card_id IS NOT NULL;
CREATE INDEX promise_meeting ON promise (meeting_id);
CREATE INDEX note_card ON note (card_id);
CREATE INDEX note_meeting ON note (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX note_changed ON note (changed_at);
CREATE INDEX activity_card ON activity (card_id);
CREATE INDEX activity_note ON activity (note_id) WHERE note_id IS NOT NULL;
CREATE INDEX activity_deed ON activity (deed, at);
CREATE INDEX dismissal_card ON dismissal (card_id);
CREATE INDEX dismissal_note ON dismissal (note_id);
CREATE INDEX change_row ON change (step_id, kind, row_id);
CREATE INDEX change_card ON change (card_id) WHERE card_id IS NOT NULL;
CREATE INDEX person_sort ON person (sort_key);
CREATE INDEX person_letter ON person (letter);
CREATE INDEX person_to_send ON person (met_at) WHERE to_send = 1;
CREATE INDEX person_waiting ON person (state_at) WHERE state = 'sent';
CREATE INDEX person_in_touch ON person (sort_key) WHERE in_touch = 1;
CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'ascii', detail = none, prefix = '1 2');
CREATE VIRTUAL TABLE parts USING fts5 (words, tokenize = 'trigram');
INSERT INTO "meta" VALUES (1, 4, '2026-11-23T01:21:04Z');
INSERT INTO "card" VALUES (1, '5e0e95c6583945ce9eee1996fb74fa7e', 'Ana Ruiz', 'Ana', '', 'Ruiz', '', '', '', '', '', '', 'Kite', '', '', NULL, '[]', '2026-04-24T08:40:00.000000+00:00', '2026-04-24T08:40:00.000000+00:00', NULL);
INSERT INTO "card" VALUES (2, '5c881a06c23549ba84d7f5d5ac830a78', 'Bo Berg', 'Bo', '', 'Berg', '', '', '', '', '', '', '', '', '', NULL, '[]', '2026-04-24T08:40:00.000000+00:00', '2026-04-24T08:40:00.000000+00:00', NULL);
INSERT INTO "sqlite_sequence" VALUES ('step', 4);
INSERT INTO "sqlite_sequence" VALUES ('card', 2);
INSERT INTO "sqlite_sequence" VALUES ('change', 4);
INSERT INTO "sqlite_sequence" VALUES ('meeting', 1);
INSERT INTO "sqlite_sequence" VALUES ('promise', 1);
INSERT INTO "sqlite_sequence" VALUES ('note', 1);
INSERT INTO "line" VALUES (1, 1, 'email', 0, 'ana@kite.example', '', 'ana@kite.example');
INSERT INTO "tag" VALUES (1, 1, 0, 'vip');
INSERT INTO "meeting" VALUES (1, 'c9c311dde7bb466aaf34fd214e8b9a4c', 1, NULL, 'PyCon', '', '2026-04-23T19:00:00', 'Europe/Berlin', 'minute', 0, 'unknown', '', '', 'unknown', '2026-04-24T08:40:00.000000+00:00', '2026-04-24T08:40:00.000000+00:00', NULL);
INSERT INTO "meeting_line" VALUES (1, 1, 'topic', 0, 'kites');
INSERT INTO "promise" VALUES (1, 1, 0, 'call', 'me', NULL, NULL);
INSERT INTO "note" VALUES (1, '861d82717b5442c284368cd344120153', 1, NULL, 'invitation', 'Hello Ana', '2026-04-24T08:40:00.000000+00:00', '2026-04-24T08:40:00.000000+00:00', NULL);
INSERT INTO "step" VALUES (1, 'new card', '', '2026-04-24T08:40:00.000000+00:00', '2026-04-24T08:40:00.000000+00:00');
INSERT INTO "step" VALUES (2, 'new meeting', '', '2026-04-24T08:40:00.000000+00:00', '2026-04-24T08:40:00.000000+00:00');
INSERT INTO "step" VALUES (3, 'new note', '', '2026-04-24T08:40:00.000000+00:00', '2026-04-24T08:40:00.000000+00:00');
INSERT INTO "step" VALUES (4, 'new card', '', '2026-04-24T08:40:00.000000+00:00', '2026-04-24T08:40:00.000000+00:00');
INSERT INTO "change" VALUES (1, 1, 'card', 1, 1, NULL);
INSERT INTO "change" VALUES (2, 2, 'meeting', 1, 1, NULL);
INSERT INTO "change" VALUES (3, 3, 'note', 1, 1, NULL);
INSERT INTO "change" VALUES (4, 4, 'card', 2, 2, NULL);
INSERT INTO "person" VALUES (1, 'ruiz ana', 'R', 'Ana Ruiz', 'Ana', '', 'Kite', 'AR', 1776963600000000, 'minute', 'none', NULL, 'PyCon', '["vip"]', NULL, 1776963600000000, NULL, 1, 0);
INSERT INTO "person" VALUES (2, 'berg bo', 'B', 'Bo Berg', 'Bo', '', '', 'BB', NULL, '', 'none', NULL, '', '[]', NULL, NULL, NULL, 0, 0);
INSERT INTO "word" VALUES ('ana', 1);
INSERT INTO "word" VALUES ('berg', 1);
INSERT INTO "word" VALUES ('bo', 1);
INSERT INTO "word" VALUES ('kite', 1);
INSERT INTO "word" VALUES ('ruiz', 1);
INSERT INTO search (rowid, words) VALUES (1, 'ana ruiz kite example vip pycon kites call hello');
INSERT INTO search (rowid, words) VALUES (2, 'bo berg');
INSERT INTO parts (rowid, words) VALUES (1, 'ana ruiz kite');
INSERT INTO parts (rowid, words) VALUES (2, 'bo berg');
