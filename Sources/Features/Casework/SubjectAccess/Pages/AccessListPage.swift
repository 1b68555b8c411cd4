internal import Design
internal import Kernel
internal import Markup

/// Requests for one's own data by the day they are due: references and days, nobody's name.
struct AccessListPage: HTML {
  let found: [AccessRequest]
  let isOpen: Bool
  let page: Int
  let hasMore: Bool
  let today: Day
  let mayHandle: Bool

  var body: some HTML {
    PageHead(isOpen ? "Data requests" : "Answered data requests") {
      if mayHandle { LinkButton("New request", to: AccessRoute.new.path) }
      LinkButton(
        isOpen ? "Answered" : "Waiting",
        to: AccessRoute.list(isOpen: !isOpen, page: 1).path)
    }
    Sheet {
      DataTable(
        caption: "Requests", hidesCaption: true,
        columns: [.text("Request"), .text("Came"), .text("Due"), .text("How it stands")],
        rows: found.map { one in
          [
            mayHandle
              ? .link(
                one.reference.description, to: AccessRoute.show(one.reference).path)
              : .text(one.reference.description),
            .text(one.receivedOn.words), .text(one.dueOn.words), .text(state(one)),
          ]
        }, empty: isOpen ? "None waits." : "None was answered yet.")
      Turning(
        previous: page > 1 ? AccessRoute.list(isOpen: isOpen, page: page - 1).path : nil,
        next: hasMore ? AccessRoute.list(isOpen: isOpen, page: page + 1).path : nil)
    }
  }

  private func state(_ one: AccessRequest) -> String {
    if let at = one.releasedAt { return "Released \(London.day(at).words)" }
    if one.provedOn == nil { return "They have not shown who they are yet" }
    return one.dueOn < today ? "Overdue" : "Being answered"
  }
}

/// The form of a new request.
struct NewAccessPage: HTML {
  let csrf: String
  let state: FormState

  var body: some HTML {
    PageHead("A new data request")
    Sheet {
      PostForm(to: AccessRoute.new.path, csrf: csrf) {
        RadioField(
          "regime", legend: "Which law is it asked under?",
          choices: AccessRegime.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
        TextField("name", label: "Name of whom it is about", in: state)
        TextField(
          "other-names", label: "Other names they have or had",
          hint: "They are looked for too. Leave it empty if there are none.", in: state)
        DateField("born", legend: "Date of birth", hint: "If you know it.", in: state)
        TextField(
          "asker", label: "Who asked",
          hint: "They themselves, or somebody for them and with what authority.", in: state)
        TextArea("wish", label: "What they ask for, in their words", in: state, rows: 3)
        DateField("received", legend: "Day it came", in: state)
        TextField(
          "proof", label: "How they showed who they are",
          hint: "Leave this and the day empty until they have.", in: state)
        DateField("proved", legend: "Day they showed who they are", in: state)
        SubmitButton("Open the request")
      }
    }
  }
}
