internal import Access
internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// Requests from the shell; what is asked and answered stays sealed, since nobody has signed in.
enum RequestCommands {
  static let all = [list, add, answer]

  private static let list = Command<Services>(
    ["sharing", "requests"], summary: "list the requests that are open, or those answered",
    details: "What is asked, and names outside the partnership, are left out.",
    arguments: [
      .flag("--answered", "those answered, the latest first"), SharingCommanding.pageOption,
      SharingCommanding.json,
    ]
  ) { invocation, services in
    let command = SharingCommanding(invocation: invocation, services: services)
    let (isOpen, page, today) = (!invocation.flag("--answered"), try command.page(), command.today)
    let (found, agencies) = try services.database.read { read in
      (
        try RequestStore(services).page(isOpen: isOpen, page: page, read),
        try services.people.agencies(read)
      )
    }
    if invocation.flag("--json") {
      return invocation.output.json([
        "page": .integer(page), "hasMore": .bool(found.hasMore),
        "requests": .array(
          found.requests.map { request in
            [
              "reference": .string(request.reference.description),
              "kind": .string(request.kind.rawValue),
              "asker": .string(request.listedAsker(agencies)),
              "received": .string(request.receivedOn.description),
              "due": .string(request.dueOn.description),
              "answered": JSON(request.answeredOn?.description),
              "outcome": JSON(request.outcome?.rawValue), "late": .bool(request.isLate(on: today)),
            ]
          }),
      ])
    }
    for request in found.requests {
      let late = request.isLate(on: today) ? ", late" : ""
      invocation.output.line(
        "\(request.reference)  due \(request.dueOn)\(late)  \(request.kind.title)  "
          + request.listedAsker(agencies))
    }
    if found.requests.isEmpty { invocation.output.line("No request is in this list.") }
    if found.hasMore { invocation.progress.message("There are more: --page \(page + 1)") }
  }

  private static let add = Command<Services>(
    ["sharing", "request"], summary: "write a request down",
    details: "What is asked must name nobody: shells keep what is typed.",
    arguments: [
      .option(
        "--kind", value: "NAME", "what is asked under",
        oneOf: DataRequest.Kind.allCases.map(\.rawValue), isRequired: true),
      .option("--organisation", value: "KEY", "the organisation that asks, such as health"),
      .option("--outside", value: "NAME", "or an organisation outside the partnership"),
      .option("--wanted", value: "WORDS", "what is asked for, and what for", isRequired: true),
      .option("--received", value: "DATE", "the day it came; today where it is not given"),
      .option("--due", value: "DATE", "the day an answer is due, where the request names one"),
    ]
  ) { invocation, services in
    let command = SharingCommanding(invocation: invocation, services: services)
    try command.write { write in
      let agencies = try services.people.agencies(write)
      var fields = [("kind", invocation.value("--kind")), ("wanted", invocation.value("--wanted"))]
      if let name = invocation.option("--outside") {
        fields += [("asker", ShareForm.outside), ("outside", name)]
      } else if let key = invocation.option("--organisation") {
        fields.append(("asker", try command.organisation(key, "--organisation", agencies)))
      }
      let received = try invocation.option("--received", expected: "a day such as 2026-11-28") {
        Day($0)
      }
      fields += DateInput.fields("received", received ?? command.today)
      fields += try command.day("--due", as: "due")
      let form = try RequestForm(
        Fields(fields), agencies, today: command.today, in: try WorkingDays.time(write))
      let reference = try RequestStore(services).add(form, by: nil, at: command.now, in: write)
      try command.record(
        "sharing.request-added", "share-request/\(reference)", ["kind": form.kind.rawValue],
        in: write)
      return "\(reference) is written down, due \(form.dueOn)."
    }
  }

  private static let answer = Command<Services>(
    ["sharing", "answer"], summary: "record the answer to a request",
    arguments: [
      .value("REFERENCE", "the request, such as TM-7K42-0931"),
      .option(
        "--outcome", value: "NAME", "what was answered",
        oneOf: DataRequest.Outcome.allCases.map(\.rawValue), isRequired: true),
      .option("--share", value: "REFERENCE", "the share, where personal data was given"),
      .option(
        "--words", value: "WORDS", "what was answered and why, naming nobody", isRequired: true),
    ]
  ) { invocation, services in
    let command = SharingCommanding(invocation: invocation, services: services)
    let reference = try command.reference()
    try command.write { write in
      let store = RequestStore(services)
      guard let request = try store.find(reference, write) else {
        throw SharingProblem.unknownRequest(reference.description)
      }
      guard request.answeredOn == nil else {
        throw UsageError("\(reference) is answered already. Nothing was changed.")
      }
      let typed = invocation.value("--share")
      let named = try Reference(typed).flatMap {
        try ShareStore(services).find($0, write)?.share
      }
      let form = try AnswerForm(
        Fields([
          ("outcome", invocation.value("--outcome")), ("share", typed),
          ("answer", invocation.value("--words")),
        ]), request, today: command.today, named: named)
      try store.answer(request, form, in: write)
      try command.record(
        "sharing.request-answered", "share-request/\(reference)",
        ["outcome": form.outcome.rawValue], in: write)
      return "The answer to \(reference) is recorded."
    }
  }
}
