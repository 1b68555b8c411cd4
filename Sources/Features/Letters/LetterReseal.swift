internal import Jobs
internal import Kernel
internal import Messages
internal import Partnership

/// Seals the outbox under the newest version of the key, after a rotation.
enum LetterReseal {
  static let job = JobKind<Services>.resealing(
    "letters", "messages",
    [
      { services, last, write in
        try services.outbox.reseal(after: ID(last), in: write).map(\.rawValue)
      }
    ])
}
