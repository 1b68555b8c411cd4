import Access
import Kernel
import Partnership

/// Who may see, send and chase the return of an agency: a partner only that of its own.
struct ReturnPolicy: Hashable, Sendable {
  let actor: Actor

  /// Whether they may see the return of an agency, take its form and send it back.
  func maySend(_ agency: ID<Organisation>) -> Bool {
    IndicatorPolicy.allows(.sendReturn, actor)
      && (actor.role != .partner || actor.organisation == agency)
  }

  /// Whether they may see which agencies are late, and chase them.
  var mayChase: Bool { IndicatorPolicy.allows(.enter, actor) }

  /// Whether they may say when returns are due.
  var maySetDays: Bool { IndicatorPolicy.allows(.define, actor) }
}
