/// What the audit trail notes of accounts, in words.
enum AccountsActions {
  static let words = [
    "account.added": "Account added",
    "account.changed": "Role or organisation of an account changed",
    "account.code-refused": "Code refused when signing in",
    "account.disabled": "Account disabled",
    "account.duty-given": "Duty given",
    "account.duty-taken": "Duty taken away",
    "account.enabled": "Account enabled",
    "account.link-made": "One-time link made",
    "account.link-spent": "One-time link used",
    "account.listed": "List of accounts read",
    "account.password-changed": "Password changed",
    "account.recovery-codes-renewed": "Recovery codes renewed",
    "account.second-factor-removed": "Second factor removed",
    "account.second-factor-set": "Second factor set up",
    "account.sign-in-refused": "Sign-in refused",
    "account.signed-in": "Signed in",
    "account.signed-out": "Signed out",
    "account.signed-out-everywhere": "Signed out everywhere",
    "account.viewed": "Account looked at",
    "audit.read": "Audit trail read",
    "key.rotated": "Key rotated",
    "organisation.added": "Organisation added",
    "partnership.named": "Partnership named",
  ]
}
