internal import Access
internal import Database
internal import Kernel
internal import Messages
internal import Partnership

/// What has to be said, for the list of somebody's work: that of the case's officer and of who covers
/// them, of all who work cases where it is nobody's, and of every manager once it is late.
enum SayingDue {
  static let source: DueWork.Source = { actor, services, read in
    guard CasePolicy.allows(.work, actor) else { return [] }
    let now = services.clock.now()
    let covered = try CoverStore.covered(by: actor.account, on: London.day(now), read)
    return try MessageToSay.all(services.outbox.toSay(in: read), read).filter { one in
      guard case .work(_, _, let owner?) = one.about else {
        return CaseworkPolicy.allows(.review, actor)
      }
      return owner == actor.account || covered.contains(owner)
        || actor.role == .manager && one.due <= now
    }.map { one in
      DueWork(
        Sensitive("\(one.task): \(one.message.title)"), from: one.from, by: one.due,
        path: SayingRoute.say(one.message.id).path,
        reading: DueWork.Reading("casework.messages-listed", "messages-to-say"))
    }
  }
}
