-- Who gave a label: the team, or the shop's page for its visitor. A page touches only its own; the same name may stand twice.
-- Whose those are that stand here already is not known: no page can take them off.
ALTER TABLE conversation_labels ADD COLUMN by_team INTEGER NOT NULL DEFAULT 1;
