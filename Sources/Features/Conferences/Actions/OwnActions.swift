internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// What conferences asked somebody to do, whether they sit in them or not.
struct OwnActions {
  let services: Services

  init(_ services: Services) { self.services = services }

  /// Those given to them by name, and, where they sit, those given to their organisation; the longest
  /// due first.
  func all(_ actor: Actor, _ read: Read) throws -> [ConferenceAction] {
    guard ConferencePolicy.sitting.contains(actor.role) else { return [] }
    let store = ActionStore(services)
    let seated = try MemberStore.sittings(actor, read).flatMap {
      try store.unowned(of: actor.organisation, in: $0.kind.key, read)
    }
    return (try store.owned(by: actor.account, read) + seated)
      .sorted { ($0.due, $0.id) < ($1.due, $1.id) }
  }

  /// What an own action is called in its form: of how many there are elsewhere its number would tell.
  func name(_ action: ConferenceAction) -> String {
    Self.text(services.keyring.token("\(action.id)", for: Self.purpose))
  }

  /// Whether a form means an action, also where the key was changed since it was shown.
  func isMeant(_ action: ConferenceAction, by typed: String?) -> Bool {
    services.keyring.tokens("\(action.id)", for: Self.purpose).contains { Self.text($0) == typed }
  }

  private static let purpose: StaticString = "conferences.own-action"

  private static func text(_ token: [UInt8]) -> String {
    token.prefix(10).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
  }

  func kinds(of actions: [ConferenceAction], _ read: Read) throws -> [String: ConferenceKind] {
    let found = try Set(actions.map(\.kind)).compactMap { try KindStore.find($0, read) }
    return Dictionary(found.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
  }

  /// Requests for one's own data that a conference they lead, and that stands apart, has to decide about.
  private func requests(_ actor: Actor, _ read: Read) throws -> [DueWork] {
    guard ConferencePolicy.sitting.contains(actor.role) else { return [] }
    let leading = try MemberStore.sittings(actor, read).filter {
      $0.kind.isApart && $0.may(.disclose)
    }
    guard !leading.isEmpty else { return [] }
    let open = try services.apart.requests(services, read)
    return try leading.flatMap { sitting in
      let decided = try DisclosureStore.decided(in: sitting.kind.key, read)
      return open.filter { !decided.contains($0.reference) }.map { request in
        DueWork(
          Sensitive("Decide about data request \(request.reference)"), from: "A conference",
          due: request.due,
          path: ConferencesRoute.request(sitting.kind.key, request.reference).path,
          reading: DueWork.Reading("conferences.requests-read", sitting.kind.subject))
      }
    }
  }

  /// For the list of their work: the task, and of a conference that stands apart not even its name.
  func dueWork(_ actor: Actor, _ read: Read) throws -> [DueWork] {
    let actions = try all(actor, read)
    let kinds = try kinds(of: actions, read)
    return try requests(actor, read)
      + actions.compactMap { action in
        kinds[action.kind].map { kind in
          DueWork(
            Sensitive(action.words), from: kind.isApart ? "A conference" : kind.title,
            due: action.due, path: ConferencesRoute.actions.path,
            reading: DueWork.Reading("conferences.actions-read", kind.subject))
        }
      }
  }
}
