public import Database

extension Outbox {
  /// The outbox's schema.
  public static let migrations = [
    Migration(
      feature: "messages", number: 1,
      text: """
        CREATE TABLE message (
          id {id},
          mark {text} NOT NULL UNIQUE,
          route {text} NOT NULL CHECK (route IN ('email', 'text', 'letter', 'phone')),
          address {blob} NOT NULL,
          subject {text} NOT NULL,
          body {blob} NOT NULL,
          topic {text} NOT NULL,
          template {text} NOT NULL,
          template_version {i64} NOT NULL,
          title {text} NOT NULL,
          is_secret {i64} NOT NULL CHECK (is_secret IN (0, 1)),
          is_allowed {i64} NOT NULL CHECK (is_allowed IN (0, 1)),
          minute_from {i64},
          minute_until {i64},
          state {text} NOT NULL CHECK (state IN ('held', 'waiting', 'sending', 'sent', 'uncertain',
            'failed', 'by-hand', 'done', 'cancelled')),
          reason {text} NOT NULL,
          tries {i64} NOT NULL DEFAULT 0,
          run {i64},
          due_at {text} NOT NULL,
          created_at {text} NOT NULL,
          changed_at {text} NOT NULL,
          CHECK (state <> 'sending' OR run IS NOT NULL)
        ) {strict};
        CREATE INDEX message_topic ON message (topic, id);
        CREATE INDEX message_state ON message (state, id);
        """),
    Migration(
      feature: "messages", number: 2,
      text: """
        CREATE INDEX message_words ON message (changed_at)
          WHERE length(address) > 0 OR length(body) > 0;
        """),
    Migration(
      feature: "messages", number: 3,
      text: """
        CREATE INDEX message_open ON message (state, id) WHERE substr(topic, 1, 6) <> 'apart/';
        DROP INDEX message_state;
        """),
    Migration(
      feature: "messages", number: 4,
      text: """
        CREATE INDEX message_to_say ON message (due_at, id)
          WHERE route IN ('text', 'phone') AND state || '' IN ('held', 'by-hand')
            AND substr(topic, 1, 6) <> 'apart/';
        """),
  ]
}
