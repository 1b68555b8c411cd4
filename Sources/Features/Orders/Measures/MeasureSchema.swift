/// What indicators count of orders beside their dates; none of it says whom an order is against.
///
/// The subject is a keyed hash of the name and the day of birth, so that people are counted once. Of
/// orders written down before there was one, each counts as a person of its own.
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
}
