import Database

/// The schema of accounts.
///
/// Names and addresses are sealed; `email_token` finds an account.
enum AccountsMigrations {
  static let all = [
    Migration(feature: "accounts", number: 1, text: people + access)
  ]

  private static let people = """
    CREATE TABLE setting (
      name {text} PRIMARY KEY,
      value {text} NOT NULL
    ){strict};
    CREATE TABLE organisation (
      id {id},
      key {text} NOT NULL UNIQUE,
      name {text} NOT NULL UNIQUE CHECK (name <> ''),
      kind {text} NOT NULL CHECK (kind IN
        ('council', 'police', 'housing', 'health', 'probation', 'fire', 'voluntary')),
      version {i64} NOT NULL DEFAULT 1
    ){strict};
    CREATE TABLE account (
      id {id},
      organisation {i64} NOT NULL REFERENCES organisation (id),
      role {text} NOT NULL CHECK (role IN ('administrator', 'manager', 'officer', 'analyst',
        'coordinator', 'partner', 'councillor', 'auditor')),
      state {text} NOT NULL CHECK (state IN ('active', 'disabled')),
      name {blob} NOT NULL,
      email {blob} NOT NULL,
      email_token {blob} NOT NULL UNIQUE,
      password {text},
      password_changed {text},
      totp {blob},
      totp_step {i64},
      created {text} NOT NULL,
      version {i64} NOT NULL DEFAULT 1
    ){strict};
    CREATE INDEX account_by_organisation ON account (organisation, id);
    CREATE INDEX account_by_role ON account (role, id);
    CREATE TABLE duty (
      duty {text} NOT NULL,
      subject {text} NOT NULL,
      account {i64} NOT NULL REFERENCES account (id),
      given {text} NOT NULL,
      PRIMARY KEY (duty, subject, account)
    ){strict};
    CREATE INDEX duty_by_account ON duty (account, duty, subject);

    """

  private static let access = """
    CREATE TABLE recovery_code (
      account {i64} NOT NULL REFERENCES account (id),
      hash {blob} NOT NULL UNIQUE,
      used {text}
    ){strict};
    CREATE INDEX recovery_code_by_account ON recovery_code (account);
    CREATE TABLE sign_in_link (
      id {id},
      account {i64} NOT NULL REFERENCES account (id),
      hash {blob} NOT NULL UNIQUE,
      created {text} NOT NULL,
      expires {text} NOT NULL,
      spent {text}
    ){strict};
    CREATE INDEX sign_in_link_by_account ON sign_in_link (account);
    CREATE TABLE session (
      id {id},
      account {i64} NOT NULL REFERENCES account (id),
      hash {blob} NOT NULL UNIQUE,
      stage {text} NOT NULL CHECK (stage IN ('password', 'code', 'enrol', 'full')),
      created {text} NOT NULL,
      seen {text} NOT NULL,
      ended {text}
    ){strict};
    CREATE INDEX session_by_account ON session (account, ended);
    CREATE INDEX session_by_creation ON session (created);
    CREATE TABLE throttle (
      key {blob} PRIMARY KEY,
      failures {i64} NOT NULL CHECK (failures >= 0),
      last {text} NOT NULL,
      blocked_until {text}
    ){strict};
    CREATE INDEX throttle_by_time ON throttle (last);
    """
}
