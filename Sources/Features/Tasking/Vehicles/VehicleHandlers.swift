internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows the restricted list and changes it; every reading is on record before it is sent.
struct VehicleHandlers {
  let visit: StaffVisit

  /// What the audit trail calls the list; entries are told by their number, never by the mark.
  static let subject = "tasking-vehicles"
  private static let trailRows = 50

  private var store: VehicleStore { VehicleStore(keyring: visit.services.keyring) }
  private var today: Day { London.day(visit.now) }

  func respond(_ route: VehicleRoute) throws -> Response? {
    let isForm = visit.request.method == .post
    switch route {
    case .list where isForm && visit.request.form["act"] == "find": return try find()
    case .list where isForm: return try propose()
    case .list:
      if !VehiclePolicy.allows(.see, visit.actor), VehiclePolicy.allows(.trail, visit.actor) {
        return .redirect(to: VehicleRoute.trail(before: nil).path)
      }
      try VehiclePolicy.require(.see, visit.actor)
      return try visit.read { read in try list(FormState(), read) }
    case .entry(let id): return try change(id)
    case .trail(let before): return try isForm ? nil : trail(before)
    }
  }

  private func list(
    _ state: FormState, found: VehicleSearch? = nil, _ read: Read
  ) throws -> Response {
    let entries = try store.current(on: today, read)
    let model = VehiclesModel(
      entries: entries, names: try names(entries, read), today: today, found: found,
      mayPropose: VehiclePolicy.allows(.propose, visit.actor),
      mayAuthorise: VehiclePolicy.allows(.authorise, visit.actor),
      mayRemove: VehiclePolicy.allows(.remove, visit.actor),
      maySeeTrail: VehiclePolicy.allows(.trail, visit.actor), actor: visit.actor.account,
      state: state, csrf: visit.frame.csrf)
    visit.shows(
      "tasking.vehicles-read", Self.subject,
      ["entries": entries.map(\.id.description).joined(separator: " ")])
    return .html(
      Page(
        frame: visit.frame, title: "Vehicles", crumbs: [TaskingCrumbs.meetings],
        refusal: state.refusal
      ) {
        ErrorSummary(state.refusal)
        VehiclesPage(model: model)
      }, status: state.refusal == nil ? 200 : 422)
  }

  /// Says whether a vehicle is on the list; that it was asked is recorded, the mark is not.
  private func find() throws -> Response? {
    try VehiclePolicy.require(.see, visit.actor)
    let fields = visit.request.form
    guard let plate = NumberPlate(fields["wanted"] ?? "") else {
      let state = FormState(values: fields, refusal: Refusal("wanted", NumberPlate.words))
      return try visit.read { read in try list(state, read) }
    }
    return try visit.read { read in
      let entry = try store.standing(plate, read).flatMap { $0.expires >= today ? $0 : nil }
      visit.shows(
        "tasking.vehicle-looked-up", Self.subject,
        ["entry": entry?.id.description ?? "not on the list"])
      return try list(
        FormState(values: fields), found: VehicleSearch(isFound: entry != nil), read)
    }
  }

  private func propose() throws -> Response? {
    try VehiclePolicy.require(.propose, visit.actor)
    let fields = visit.request.form
    var refusal = Refusal("plate", "This vehicle is on the list or proposed for it already")
    var new: NewVehicle?
    do throws(Refusal) { new = try VehicleForm(fields, today: today).vehicle } catch {
      refusal = error
    }
    if let new, try keep(new) {
      return visit.redirect(
        to: VehicleRoute.list.path, saying: "Proposed. A manager has to authorise it")
    }
    let state = FormState(values: fields, refusal: refusal)
    return try visit.read { read in try list(state, read) }
  }

  /// Keeps a proposal; `false` where the vehicle stands on the list already.
  private func keep(_ new: NewVehicle) throws -> Bool {
    try visit.write { write in
      if let standing = try store.standing(new.plate, write), standing.expires >= today {
        return false
      }
      let id = try store.add(new, by: visit.actor.account, at: visit.now, in: write)
      try visit.record(
        "tasking.vehicle-proposed", Self.subject,
        ["entry": id.description, "until": new.expires.description], in: write)
      return true
    }
  }

  private func change(_ id: ID<VehicleEntry>) throws -> Response? {
    let act = visit.request.form["act"]
    let right: VehicleRight = act == "authorise" ? .authorise : .remove
    try VehiclePolicy.require(right, visit.actor)
    let refusal = try visit.write { write -> String? in
      guard let entry = try store.find(id, on: today, write) else { throw TaskingProblem.notFound }
      if right == .remove {
        try store.remove(entry, at: visit.now, in: write)
      } else {
        if let refused = try self.refusal(entry, write) { return refused }
        try store.authorise(entry, by: visit.actor.account, at: visit.now, in: write)
      }
      try visit.record(
        right == .remove ? "tasking.vehicle-removed" : "tasking.vehicle-authorised", Self.subject,
        ["entry": id.description], in: write)
      return nil
    }
    if let refusal {
      let state = FormState(refusal: Refusal("", refusal))
      return try visit.read { read in try list(state, read) }
    }
    return visit.redirect(
      to: VehicleRoute.list.path,
      saying: right == .remove ? "Taken off the list" : "Authorised: it is on the list")
  }

  /// Why an entry may not be authorised now.
  private func refusal(_ entry: VehicleEntry, _ read: Read) throws -> String? {
    if entry.proposedBy == visit.actor.account {
      return "You proposed this vehicle: another manager has to authorise it"
    }
    if try store.current(on: today, read).count(where: \.isInForce) >= VehicleEntry.most {
      return "\(VehicleEntry.most) vehicles are on the list: take one off first"
    }
    return nil
  }

  private func trail(_ before: Int?) throws -> Response? {
    try VehiclePolicy.require(.trail, visit.actor)
    return try visit.read { read in
      var filter = AuditFilter()
      filter.subject = Self.subject
      let (entries, hasOlder) = try visit.services.audit.page(
        filter, before: before, limit: Self.trailRows, read)
      let reader = MeetingReader(services: visit.services)
      let model = VehicleTrailModel(
        entries: entries, names: try reader.names(Set(entries.compactMap(\.actor)), read),
        words: visit.services.actions, hasOlder: hasOlder)
      return visit.page("Who used the list of vehicles", crumbs: [TaskingCrumbs.meetings]) {
        VehicleTrailPage(model: model)
      }
    }
  }

  private func names(_ entries: [VehicleEntry], _ read: Read) throws -> [ID<Account>: String] {
    try MeetingReader(services: visit.services).names(
      Set(entries.flatMap { [$0.proposedBy, $0.authorisedBy].compactMap(\.self) }), read)
  }
}
