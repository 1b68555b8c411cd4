internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the pages of bundles for a court.
struct BundleHandlers {
  let visit: StaffVisit

  private var isForm: Bool { visit.request.method == .post }
  private var form: Fields { visit.request.form }

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = BundleRoute(request.method, request.path, request.query) else { return nil }
    try CasePolicy.require(.bundle, visit.actor)
    switch route {
    case .list(let reference): return try isForm ? begin(reference) : list(reference, nil)
    case .show(let reference, let number): return try show(reference, number, nil)
    case .paper(let reference, let number, let key):
      return try isForm ? decide(reference, number) : paper(reference, number, key, nil)
    case .act(let reference, let number, .file): return try save(reference, number)
    case .act(let reference, let number, let act): return try carryOut(act, reference, number)
    }
  }

  private func list(_ reference: Reference, _ refusal: Refusal?) throws -> Response {
    let (model, subject) = try visit.read { read in
      let acts = try acts(reference, read)
      let people = try acts.gathering.people(read)
      let state =
        refusal == nil
        ? FormState(values: BundleDetails.beginning(people))
        : FormState(values: form, refusal: refusal)
      return (
        BundlesModel(
          file: acts.file, bundles: try acts.store.all(of: acts.file.id, read), people: people,
          csrf: visit.frame.csrf, state: state), acts.file.subject
      )
    }
    visit.shows("bundle.read", subject)
    return page("Bundles for a court", reference, nil, refusal) { BundlesPage(model: model) }
  }

  private func begin(_ reference: Reference) throws -> Response {
    do {
      let bundle = try visit.write { write in
        let acts = try acts(reference, write)
        return try acts.begin(
          BundleForm(form, people: acts.gathering.people(write)),
          like: form["like"].flatMap { Int($0) }, in: write)
      }
      return .redirect(to: BundleRoute.show(reference, bundle.number).path)
    } catch let refusal as Refusal { return try list(reference, refusal) }
  }

  private func show(
    _ reference: Reference, _ number: Int, _ refusal: Refusal?, status: Int? = nil
  ) throws -> Response {
    let model = try visit.read { read in
      let acts = try acts(reference, read)
      let bundle = try acts.found(number, read)
      let review = bundle.isOpen ? try acts.review(bundle, read) : nil
      for subject in try review?.subjects ?? acts.subjects(of: bundle, read) {
        visit.shows("bundle.read", subject, acts.detail(bundle))
      }
      return BundleModel(
        file: acts.file, bundle: bundle, people: try acts.gathering.people(read), review: review,
        fixed: try acts.store.fixed(bundle, read), canPrint: press.formats.contains(.pdf),
        csrf: visit.frame.csrf, refused: refusal.map { FormState(values: form, refusal: $0) })
    }
    visit.shows("bundle.read", model.file.subject, ["bundle": String(number)])
    return page(model.bundle.title, reference, nil, refusal, status: status) {
      BundlePage(model: model)
    }
  }

  private func paper(
    _ reference: Reference, _ number: Int, _ key: String, _ refusal: Refusal?
  ) throws -> Response {
    let (file, one) = try visit.read { read -> (CaseFile, ReviewedPaper?) in
      let acts = try acts(reference, read)
      let bundle = try acts.found(number, read)
      guard bundle.isOpen else { throw BundleProblem.finished }
      let one = try acts.review(bundle, read).papers.first { $0.paper.key == key }
      if let subject = one?.paper.subject {
        visit.shows("bundle.read", subject, acts.detail(bundle))
      }
      return (acts.file, one)
    }
    guard let one else { throw BundleProblem.notFound }
    visit.shows("bundle.read", file.subject, ["bundle": String(number), "paper": key])
    return page("A paper of bundle \(number)", reference, number, refusal) {
      PaperPage(
        reference: reference, number: number, one: one, csrf: visit.frame.csrf,
        state: FormState(values: refusal == nil ? PaperPage.values(one) : form, refusal: refusal))
    }
  }

  private func decide(_ reference: Reference, _ number: Int) throws -> Response {
    let key = form["key"] ?? ""
    do {
      let decision = try PaperForm(form)
      try visit.write { write in
        try acts(reference, write).decide(number, key, decision, in: write)
      }
      return visit.redirect(
        to: BundleRoute.show(reference, number).path,
        saying: decision.isIn ? "The paper goes in" : "The paper is left out")
    } catch let refusal as Refusal { return try paper(reference, number, key, refusal) }
  }

  private func carryOut(
    _ act: BundleAct, _ reference: Reference, _ number: Int
  ) throws -> Response {
    do {
      try visit.write { write in
        let acts = try acts(reference, write)
        switch act {
        case .details:
          try acts.change(
            number, BundleForm(form, people: acts.gathering.people(write)), in: write)
        case .choose:
          try acts.choose(
            number, Set(BundleSection.allCases.flatMap { form.all($0.field) }), in: write)
        case .delete: try acts.delete(number, in: write)
        case .finish:
          guard form["read"] == "yes" else {
            throw Refusal("read", "Say that you have read the bundle as it will be read")
          }
          try acts.finish(number, from: visit.frame.partnership, in: write)
        case .file: return
        }
      }
    } catch let refusal as Refusal {
      return try show(reference, number, refusal)
    } catch DatabaseError.stale {
      let words = "Somebody changed the bundle meanwhile. Look at it again, and press once more"
      return try show(reference, number, Refusal(act.field, words), status: 409)
    }
    let route: BundleRoute = act == .delete ? .list(reference) : .show(reference, number)
    return visit.redirect(to: route.path, saying: act.notice)
  }

  /// The file; that it was saved is on record first.
  private func save(_ reference: Reference, _ number: Int) throws -> Response {
    let shown = try visit.write { write in
      let acts = try acts(reference, write)
      let bundle = try acts.found(number, write)
      try acts.noteSaved(bundle, in: write)
      return try acts.shown(bundle, from: visit.frame.partnership, write)
    }
    let document = try BundlePrint(services: visit.services).document(shown)
    return try press.print(document, as: .pdf, name: "\(reference)-bundle-\(number)")
  }

  // Parts

  private var press: LetterPress { LetterPress(visit.services.settings) }

  private func acts(_ reference: Reference, _ read: Read) throws -> BundleActs {
    guard let file = try CaseStore(visit.services).find(reference, read) else {
      throw BundleProblem.notFound
    }
    return BundleActs(
      services: visit.services, account: visit.actor.account, now: visit.now, file: file)
  }

  private func page(
    _ title: String, _ reference: Reference, _ number: Int?, _ refusal: Refusal?,
    status: Int? = nil, @HTMLBuilder content: () -> some HTML
  ) -> Response {
    let above = number.map { Crumb("Bundle \($0)", BundleRoute.show(reference, $0).path) }
    let page = Page(
      frame: visit.frame, title: "\(title), case \(reference)",
      crumbs: [Crumb("Case \(reference)", WorkRoute.file(reference).path)]
        + [above].compactMap(\.self), refusal: refusal
    ) {
      ErrorSummary(refusal)
      content()
    }
    return .html(page, status: status ?? (refusal == nil ? 200 : 422))
  }
}

extension BundleAct {
  /// The field at which a refusal stands that is of no field.
  var field: String {
    switch self {
    case .details: "court"
    case .choose: BundleSection.summary.field
    case .finish, .delete, .file: "read"
    }
  }
}
