internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// What the page of a request shows.
struct AccessModel {
  let request: AccessRequest
  /// What was gathered; `nil` once it was released.
  let review: AccessReview?
  let bundle: Sensitive<AccessBundle>?
  let today: Day
  /// The page of what was gathered.
  let page: Int
  let csrf: String
  let state: FormState
}

/// One request: how it stands, what was gathered and decided, and what is given.
struct AccessPage: HTML {
  let model: AccessModel

  private var request: AccessRequest { model.request }

  var body: some HTML {
    Handling(note: "That you opened this request is recorded with your name.")
    PageHead("Data request", kicker: request.reference.description) {
      if request.isOpen {
        LinkButton("Whom it is about", to: AccessRoute.people(request.reference).path)
      }
    }
    AccessFacts(request: request, today: model.today)
    if let review = model.review {
      if request.provedOn == nil { proof }
      apart(review.apart)
      AccessItems(request: request, review: review, page: model.page)
      if !review.open.isEmpty { rest(review.open.count) }
      release(review)
      if request.regime == .general, !request.isExtended { longer }
    }
    if let bundle = model.bundle?.reveal(for: "the page of a released request") {
      AccessGiven(request: request, bundle: bundle, csrf: model.csrf)
    }
  }

  private var proof: some HTML {
    Sheet("They have not shown who they are", id: "proof", mark: .warn) {
      PostForm(to: AccessRoute.act(request.reference, .proof).path, csrf: model.csrf) {
        TextField("proof", label: "How they showed who they are", in: model.state)
        DateField("proved", legend: "Day they showed who they are", in: model.state)
        SubmitButton("Record it", style: .line)
      }
    }
  }

  private func apart(_ state: ApartState) -> some HTML {
    Sheet("Records kept apart", id: "apart", mark: state == .due ? .warn : .none) {
      p {
        switch state {
        case .due: StateMark(.warn, "A decision is due")
        case .nothing: StateMark(.none, "Nothing is given")
        case .given(let count):
          StateMark(.good, count == 1 ? "1 thing is given" : "\(count) things are given")
        }
      }
      p(.class("quiet")) {
        switch state {
        case .due:
          "Those who lead conferences that stand apart see this request and decide, whether or not they "
          "hold anything. It is released after that."
        case .nothing:
          "They have decided. You are not told whether there is anything: say nothing of it in the answer."
        case .given: "They have decided: it is among what is below. Read it as the rest."
        }
      }
    }
  }

  private func rest(_ count: Int) -> some HTML {
    Sheet("Leave the rest out", id: "rest-sheet") {
      p { "\(count) things wait. If one reason holds for all of them, leave them out together." }
      PostForm(to: AccessRoute.act(request.reference, .rest).path, csrf: model.csrf) {
        SelectField(
          "rest", label: "Why all of them are left out",
          choices: LeavingReason.allCases.map { Choice($0.rawValue, $0.title) },
          empty: "Choose a reason", in: model.state)
        SubmitButton("Leave the rest out", style: .line)
      }
    }
  }

  private func release(_ review: AccessReview) -> some HTML {
    let given = review.items.filter { $0.outcome == .given }.count
    return Sheet("Release it", id: "release-sheet", mark: .river) {
      p {
        review.open.isEmpty
          ? "They are given \(given) things, others struck out, and told why the rest is left out. It "
            + "stays as it is then."
          : "First decide about what waits."
      }
      PostForm(to: AccessRoute.act(request.reference, .release).path, csrf: model.csrf) {
        CheckboxField("read", label: "I have read everything they are given", in: model.state)
        SubmitButton("Release it")
      }
    }
  }

  private var longer: some HTML {
    Disclosure(
      "It takes longer than a month", isOpen: model.state.refusal?.message(for: "extension") != nil
    ) {
      PostForm(to: AccessRoute.act(request.reference, .extend).path, csrf: model.csrf) {
        TextField(
          "extension", label: "Why, as they are told",
          hint: "Two months more, where it is complex; tell them within the first month.",
          in: model.state)
        SubmitButton("Make the time longer", style: .line)
      }
    }
  }
}

/// Who asked, when and under which law, and when it is due.
struct AccessFacts: HTML {
  let request: AccessRequest
  let today: Day

  private var content: AccessRequest.Content {
    request.content.reveal(for: "the page of a request")
  }

  var body: some HTML {
    Facts([
      Fact("About", content.name, note: Day(content.born).map { "born \($0.words)" }),
      Fact("Due", request.dueOn.words, note: dueNote),
      Fact("Came", request.receivedOn.words, note: content.asker),
      Fact(
        "They are who they say", request.provedOn?.words ?? "Not shown yet",
        note: content.proof.isEmpty ? nil : content.proof),
      Fact("Law", request.regime.title),
    ])
    if !content.wish.isEmpty { Sheet("What they ask for") { p { content.wish } } }
  }

  private var dueNote: String {
    if let at = request.releasedAt { return "Released \(London.day(at).words)" }
    if request.isExtended { return "Two months longer: \(content.extensionReason)" }
    return request.dueOn < today ? "Overdue" : "One month"
  }
}
