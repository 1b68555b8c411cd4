internal import Design
internal import Markup

/// What a case review is, whom to ask, and the form that asks for one.
struct CaseReviewPage: HTML {
  static let title = "Ask for a case review"
  let state: FormState
  let csrf: String
  let once: String
  let lines: ServiceLines
  /// What is published of each year.
  let years: [ReviewYear]

  var body: some HTML {
    div(.class("journey")) {
      ErrorSummary(state.refusal)
      div {
        h1 { Self.title }
        Explanation(lines: lines)
        p {
          "You asked already? "
          a(.href(ReviewTrackRoute.track.path)) { "See how your request stands" }
          "."
        }
        RequestForm(state: state, csrf: csrf, once: once)
        Sheet("What came of them") {
          p { "Applications by financial year, as section 104(9) of the Act asks us to publish." }
          ReviewYearTable(years: years)
        }
      }
    }
  }
}

private struct Explanation: HTML {
  let lines: ServiceLines

  var body: some HTML {
    p(.class("lede")) {
      "If anti-social behaviour goes on and you think too little was done, you can ask the council, "
      "the police, health and landlords to look together at what they did. It used to be called the "
      "Community Trigger."
    }
    h2 { "When they must decide on it" }
    p {
      "They must decide whether there is a review when somebody asks for one. There must be one if at "
      "least three complaints qualify: each was made within one month of what it is about, and you ask "
      "within six months of the complaint. If fewer do, they weigh how long it has gone on, how much harm it does "
      "and how well it was answered. You need not have used this site: complaints to the police, the "
      "council or a landlord all count."
    }
    h2 { "Who can ask" }
    p {
      "Anybody the behaviour affects, of any age, or somebody for them if they agree: a relative, a "
      "friend, a councillor. You may be asked how much you want to take part."
    }
    if let contact = lines[.reviewContact] {
      h2 { "Point of contact" }
      p(.translate(false)) { contact }
    }
    if let phone = lines.phoneWords {
      p {
        "You can also ask by telephone: "; AsWritten(phone); "."
      }
    }
    p {
      "A case review is not a complaint about one officer, and it is no appeal against a court. The "
      "law is in sections 104 and 105 of the Anti-social Behaviour, Crime and Policing Act 2014."
    }
  }
}

private struct RequestForm: HTML {
  let state: FormState
  let csrf: String
  let once: String

  var body: some HTML {
    h2(.id("ask")) { "Ask for a review" }
    PostForm(to: ReviewTrackRoute.ask.path, csrf: csrf) {
      input(.type(.hidden), .name("once"), .value(once))
      ReviewAskingFields(reader: .resident, state: state)
      p(.class("small quiet")) {
        "The council, police, health and landlords who decide on it may see what you write here. It is "
        "kept encrypted, and each time it is opened is recorded."
      }
      SubmitButton("Send the request")
    }
  }
}
