// Offices are found by their title.
CREATE INDEX office_title IF NOT EXISTS FOR (office:Office) ON (office.foldedTitle)
