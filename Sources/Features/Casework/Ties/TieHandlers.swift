internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages on which cases are joined, parted and looked back at.
struct TieHandlers {
  let visit: StaffVisit

  private var cases: CaseStore { CaseStore(visit.services) }
  private var form: Fields { visit.request.form }
  private var isForm: Bool { visit.request.method == .post }

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = TieRoute(request.method, request.path, request.query) else { return nil }
    if case .left(let reference) = route {
      return try CaseHandlers(visit: visit).show(reference, asLeft: true)
    }
    try CasePolicy.require(.tie, visit.actor)
    do {
      switch route {
      case .join(let reference, let into):
        return isForm ? try join(reference) : try show(reference, into: into)
      case .part(let reference): return isForm ? try part(reference) : try whole(reference)
      case .left: return nil
      }
    } catch DatabaseError.stale {
      return try again(route)
    }
  }

  // Joining

  private func show(
    _ reference: Reference, into typed: String?, refusal: Refusal? = nil
  ) throws -> Response {
    var refusal = refusal
    let model = try visit.read { read in
      let file = try found(reference, read)
      var into: CaseFile?
      if let typed {
        do { into = try joining.taker(typed, of: file, read) } catch let refused as Refusal {
          refusal = refusal ?? refused
        }
      }
      return try JoinModel(
        file, into, visit, FormState(values: values(typed), refusal: refusal), read)
    }
    return page("Join a case", reference, refusal) { JoinPage(model: model) }
  }

  private func values(_ typed: String?) -> Fields {
    isForm ? form : Fields([("into", typed ?? "")])
  }

  private var joining: Joining {
    Joining(services: visit.services, account: visit.actor.account, now: visit.now)
  }

  private func join(_ reference: Reference) throws -> Response {
    do {
      let into = try visit.write { write in
        let file = try found(reference, write)
        let into = try joining.taker(form["into"] ?? "", of: file, write)
        try joining.join(file, to: into, JoinForm(form), in: write)
        try visit.record(
          "casework.case-join", file.subject, ["into": into.reference.description], in: write)
        try visit.record(
          "casework.case-joined", into.subject, ["from": reference.description], in: write)
        return into.reference
      }
      return visit.redirect(
        to: WorkRoute.file(into).path, saying: "Case \(reference) was joined to this one")
    } catch let refusal as Refusal {
      return try show(reference, into: form["into"], refusal: refusal)
    }
  }

  // Parting

  private func whole(_ reference: Reference, refusal: Refusal? = nil) throws -> Response {
    let model = try visit.read { read in
      let file = try found(reference, read)
      return PartModel(
        whole: try WholeCase(file, visit.services, at: visit.now, read),
        agencies: try visit.services.people.agencies(read),
        state: FormState(values: form, refusal: refusal), csrf: visit.frame.csrf)
    }
    visit.shows("casework.case-opened", model.whole.file.subject)
    return page("Part a case", reference, refusal) { PartPage(model: model) }
  }

  private func part(_ reference: Reference) throws -> Response {
    do {
      let new = try visit.write { write in
        let file = try found(reference, write)
        let whole = try WholeCase(file, visit.services, at: visit.now, write)
        let parting = Parting(
          services: visit.services, account: visit.actor.account, now: visit.now)
        var generator = SystemRandom()
        let new = try parting.part(
          file, PartForm(form, of: whole), using: &generator, in: write)
        try visit.record(
          "casework.case-part", file.subject, ["into": new.reference.description], in: write)
        try visit.record(
          "casework.case-parted", new.subject, ["from": reference.description], in: write)
        return new.reference
      }
      return visit.redirect(
        to: WorkRoute.file(new).path, saying: "This case was parted from \(reference)")
    } catch let refusal as Refusal {
      return try whole(reference, refusal: refusal)
    }
  }

  // Parts

  /// A case that can still be joined or parted.
  private func found(_ reference: Reference, _ read: Read) throws -> CaseFile {
    guard let file = try cases.find(reference, read) else { throw CaseProblem.notFound }
    guard file.joinedInto == nil else { throw CaseProblem.joined }
    guard file.state != .closed else { throw CaseProblem.closed }
    return file
  }

  private func again(_ route: TieRoute) throws -> Response {
    let words = "Somebody changed it meanwhile. Look at it again, and press the button once more"
    switch route {
    case .join(let reference, _):
      return try show(reference, into: form["into"], refusal: Refusal("join-reason", words))
    case .part(let reference), .left(let reference):
      return try whole(reference, refusal: Refusal("part-reason", words))
    }
  }

  private func page(
    _ title: String, _ reference: Reference, _ refusal: Refusal?,
    @HTMLBuilder content: () -> some HTML
  ) -> Response {
    let page = Page(
      frame: visit.frame, title: title,
      crumbs: [Crumb("Case \(reference)", WorkRoute.file(reference).path)], refusal: refusal
    ) {
      ErrorSummary(refusal)
      content()
    }
    return .html(page, status: refusal == nil ? 200 : 422)
  }
}
