import Kernel
import Partnership

/// How long a session stands.
struct SessionRule: Sendable {
  let idleSeconds: Double
  let absoluteSeconds: Double

  /// Seconds a sign-in that waits for its second step stands.
  static let pendingSeconds = 600.0
  /// Seconds between two notes of when a session was last seen.
  static let noteSeconds = 60.0

  init(_ settings: Settings) {
    idleSeconds = Double(settings.sessionIdleMinutes) * 60
    absoluteSeconds = Double(settings.sessionHours) * 3600
  }

  /// Whether a session stands: not idle for too long, not too old.
  func stands(_ stage: SessionStage, created: Instant, seen: Instant, now: Instant) -> Bool {
    guard stage == .full else { return now.since(created) < Self.pendingSeconds }
    return now.since(seen) < idleSeconds && now.since(created) < absoluteSeconds
  }
}

/// How far a sign-in has come.
enum SessionStage: String, Sendable, CaseIterable {
  /// A one-time link was spent; a password must be chosen.
  case password
  /// The password was right; a code must be given.
  case code
  /// The password was right; the second factor must be set up.
  case enrol
  /// Signed in.
  case full

  /// What follows once the password is right or newly chosen.
  static func afterPassword(enrolled: Bool, required: Bool) -> SessionStage {
    if enrolled { return .code }
    return required ? .enrol : .full
  }
}
