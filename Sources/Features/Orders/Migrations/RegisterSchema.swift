/// The tables of the register; what is about people is sealed, names have keyed hashes beside them.
enum RegisterSchema {
  static let text = """
    CREATE TABLE orders_order (
      id {id}, version {i64} NOT NULL DEFAULT 1, reference {text} NOT NULL UNIQUE,
      power {text} NOT NULL, kind {text} NOT NULL CHECK (kind IN ('step', 'order', 'legacy')),
      organisation {i64} NOT NULL, organisation_name {text} NOT NULL,
      starts_on {text} NOT NULL, start_minute {i64}, ends_on {text}, end_minute {i64},
      ends_at {text} NOT NULL, served_at {text}, hearing_at {text}, discharged_on {text},
      place_key {text}, place_name {text} NOT NULL, case_reference {text} NOT NULL,
      warning {text} NOT NULL, is_youth {i64} NOT NULL, rules {text} NOT NULL,
      made_by {i64}, made_at {text} NOT NULL, content {blob} NOT NULL,
      CHECK (ends_on IS NULL OR ends_on >= starts_on)
    ) {strict};
    CREATE INDEX orders_order_live ON orders_order (kind, ends_at, id);
    CREATE INDEX orders_order_live_power ON orders_order (power, ends_at, id);
    CREATE INDEX orders_order_starts ON orders_order (kind, starts_on);
    CREATE INDEX orders_order_power ON orders_order (power, id);
    CREATE INDEX orders_order_live_organisation ON orders_order (organisation, kind, ends_at, id);
    CREATE INDEX orders_order_organisation ON orders_order (organisation, id);

    CREATE TABLE orders_token (
      token {blob} NOT NULL, order_id {i64} NOT NULL REFERENCES orders_order (id),
      PRIMARY KEY (token, order_id)
    ) {strict};
    CREATE INDEX orders_token_of ON orders_token (order_id);

    CREATE TABLE orders_due (
      order_id {i64} NOT NULL REFERENCES orders_order (id), kind {text} NOT NULL,
      due_on {text} NOT NULL, settled_on {text}, PRIMARY KEY (order_id, kind)
    ) {strict};
    CREATE INDEX orders_due_open ON orders_due (due_on, order_id) WHERE settled_on IS NULL;

    CREATE TABLE orders_change (
      id {id}, order_id {i64} NOT NULL REFERENCES orders_order (id), act {text} NOT NULL,
      account {i64}, made_at {text} NOT NULL, words {blob} NOT NULL
    ) {strict};
    CREATE INDEX orders_change_of ON orders_change (order_id, id);

    CREATE TABLE orders_breach (
      id {id}, order_id {i64} NOT NULL REFERENCES orders_order (id),
      version {i64} NOT NULL DEFAULT 1, happened_on {text} NOT NULL, made_by {i64},
      made_at {text} NOT NULL, evidence {blob} NOT NULL, decision {text}, decided_on {text},
      outcome {blob} NOT NULL, CHECK ((decision IS NULL) = (decided_on IS NULL))
    ) {strict};
    CREATE INDEX orders_breach_of ON orders_breach (order_id, id);
    CREATE INDEX orders_breach_happened ON orders_breach (happened_on);
    """
}
