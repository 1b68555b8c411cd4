internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What the list of requests is drawn from.
struct RequestsModel {
  let isOpen: Bool
  let page: Int
  let requests: [DataRequest]
  let hasMore: Bool
  let agencies: [Agency]
  let today: Day
  let mayShare: Bool
}

/// Requests: those open by their day, or those answered.
struct RequestsPage: HTML {
  let model: RequestsModel

  var body: some HTML {
    PageHead(
      "Requests for data", lede: "What others asked the partnership for, and when an answer is due."
    ) {
      if model.mayShare {
        LinkButton("Write one down", to: SharingRoute.newRequest.path, style: .line)
      }
      LinkButton(
        model.isOpen ? "Answered" : "Open",
        to: SharingRoute.requests(isOpen: !model.isOpen, page: 1).path)
    }
    Sheet(
      model.isOpen ? "Open, the first due first" : "Answered, the latest first", mark: .river
    ) {
      DataTable(
        caption: "Requests", hidesCaption: true,
        columns: [
          .text("Reference"), .text("Who asks"), .text("Under"), .text("Received"), .text("Due"),
          .text("State"),
        ],
        rows: model.requests.map { request in
          [
            .html {
              a(.href(SharingRoute.request(request.reference).path), .class("ref nowrap")) {
                request.reference.description
              }
            },
            .text(request.listedAsker(model.agencies)), .text(request.kind.title),
            .text(request.receivedOn.words), .text(request.dueOn.words),
            .html { request.mark(on: model.today) },
          ]
        }, empty: model.isOpen ? "No request is open." : "No request was answered yet.")
      Turning(page: model.page, hasMore: model.hasMore) { page in
        SharingRoute.requests(isOpen: model.isOpen, page: page).path
      }
    }
  }
}

extension DataRequest {
  /// Who asks, without the name of anybody outside the partnership.
  func listedAsker(_ agencies: [Agency]) -> String {
    guard let organisation else { return "Outside the partnership" }
    return agencies.first { $0.id == organisation }?.name ?? "Another organisation"
  }

  func mark(on day: Day) -> StateMark {
    if let answeredOn {
      return StateMark(
        answeredOn <= dueOn ? .good : .warn,
        answeredOn <= dueOn ? "Answered in time" : "Answered late")
    }
    return isLate(on: day) ? StateMark(.bad, "Overdue") : StateMark(.warn, "To be answered")
  }
}

/// What the page of one request is drawn from.
struct RequestModel {
  let request: DataRequest
  let agencies: [Agency]
  let today: Day
  let mayShare: Bool
  let state: FormState
  let csrf: String
}

/// One request with its answer, or the form that answers it.
struct RequestPage: HTML {
  let model: RequestModel

  private var request: DataRequest { model.request }

  var body: some HTML {
    let content = request.content.reveal(for: "page of a request")
    Handling(note: "That you opened this request is recorded with your name.")
    PageHead("Request for data", kicker: request.reference.description)
    Facts([
      Fact("State") { request.mark(on: model.today) }, Fact("Received", request.receivedOn.words),
      Fact("Due", request.dueOn.words), Fact("Answered", request.answeredOn?.words ?? "Not yet"),
    ])
    Sheet("What is asked", mark: .river) {
      SummaryList(
        [
          (
            "Who asks", content.asker.isEmpty ? request.listedAsker(model.agencies) : content.asker,
            nil
          ),
          (
            "Under",
            [request.kind.title, request.kind.section].compactMap(\.self).joined(separator: ". "),
            nil
          ),
          ("What and what for", content.wanted, nil),
        ])
    }
    if let outcome = request.outcome {
      Sheet("The answer") {
        SummaryList([("Answer", outcome.title, nil), ("In words", content.answer, nil)])
        if let share = request.share {
          p {
            a(.href(SharingRoute.share(share).path)) { "The record of the share, \(share)" }
          }
        }
      }
    } else if model.mayShare {
      answering
    }
  }

  private var answering: some HTML {
    Sheet("Answer it") {
      p {
        a(.href(SharingRoute.record(about: nil).path)) { "Record the share first" }
        " where personal data is given. Depersonalised data is under "
        a(.href(SharingRoute.sets.path)) { "Sets of data" }
        "."
      }
      PostForm(to: SharingRoute.request(request.reference).path, csrf: model.csrf) {
        input(.type(.hidden), .name("version"), .value(String(request.version)))
        RadioField(
          "outcome", legend: "What was answered",
          choices: DataRequest.Outcome.allCases.map { Choice($0.rawValue, $0.title) },
          in: model.state)
        TextField(
          "share", label: "Reference of the share",
          hint: "Only where personal data was given, such as TM-7K42-0931", in: model.state,
          width: .w20)
        TextArea("answer", label: "What was answered, and why", in: model.state, rows: 4)
        SubmitButton("Record the answer")
      }
    }
  }
}

/// The form that writes a request down.
struct RequestFormPage: HTML {
  let agencies: [Agency]
  let state: FormState
  let csrf: String

  var body: some HTML {
    PageHead("Write a request down", lede: "From then on its clock runs.")
    Sheet {
      PostForm(to: SharingRoute.newRequest.path, csrf: csrf) {
        RadioField(
          "kind", legend: "What is it asked under?",
          choices: DataRequest.Kind.allCases.map {
            Choice($0.rawValue, $0.title, hint: $0.section)
          },
          in: state)
        SelectField(
          "asker", label: "Who asks",
          choices: agencies.map { Choice($0.id.description, $0.name) }
            + [Choice(ShareForm.outside, "Another organisation or a person")],
          empty: "Choose who asks", in: state)
        TextField(
          "outside", label: "Name of the other organisation or person",
          hint: "Only where it is none of the partnership. It is kept sealed.", in: state,
          autocomplete: "off")
        TextArea("wanted", label: "What is asked for, and what for", in: state, rows: 4)
        DateField("received", legend: "Day it came", in: state)
        DateField(
          "due", legend: "Day an answer is due",
          hint:
            "Leave it empty where the request names none: ten working days, and for a set the end "
            + "of the quarter.", in: state)
        SubmitButton("Write it down")
      }
    }
  }
}
