/// What indicators count of orders beside their dates; none of it says whom an order is against.
///
/// The subject is a keyed hash of the name and the day of birth, so that people are counted once.
enum MeasureSchema {
  static let text = """
    ALTER TABLE orders_order ADD COLUMN subject {blob};
    ALTER TABLE orders_order ADD COLUMN is_about_drugs {i64} NOT NULL DEFAULT 0;
    ALTER TABLE orders_order ADD COLUMN requires_treatment {i64} NOT NULL DEFAULT 0;
    ALTER TABLE orders_order ADD COLUMN support {text};
    ALTER TABLE orders_order ADD COLUMN justice {text}
      CHECK (justice IN ('entered', 'not-entered'));
    CREATE INDEX orders_order_ends ON orders_order (power, ends_at);
    """

  /// Orders that were written down before there was a subject get theirs from what is sealed, by the work
  /// that seals the register anew; it is begun once somebody serves.
  static let subjectsOfEarlier = """
    INSERT INTO job (kind, payload, state, due_at, created_at)
      SELECT 'orders.reseal', '', 'waiting', '2026-01-01T00:00:00.000Z',
        '2026-01-01T00:00:00.000Z'
      WHERE EXISTS (SELECT 1 FROM orders_order WHERE subject IS NULL);
    """
}
