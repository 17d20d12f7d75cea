-- How many documents the whole list has and how many were removed, so that no start counts a million rows.

INSERT INTO state(name, value) SELECT 'listed', count(*) FROM document WHERE removed = 0;
INSERT INTO state(name, value) SELECT 'removed', count(*) FROM document WHERE removed = 1;
CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
  UPDATE state SET value = value + 1 WHERE name = iif(new.removed, 'removed', 'listed');
END;
CREATE TRIGGER document_moved AFTER UPDATE OF removed ON document WHEN old.removed <> new.removed BEGIN
  UPDATE state SET value = value + 1 WHERE name = iif(new.removed, 'removed', 'listed');
  UPDATE state SET value = value - 1 WHERE name = iif(old.removed, 'removed', 'listed');
END;
CREATE TRIGGER document_deleted AFTER DELETE ON document BEGIN
  UPDATE state SET value = value - 1 WHERE name = iif(old.removed, 'removed', 'listed');
END;
