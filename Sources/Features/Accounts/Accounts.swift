/// People who sign in: organisations, accounts, sessions, and the reading of the audit trail.
package enum Accounts {}
