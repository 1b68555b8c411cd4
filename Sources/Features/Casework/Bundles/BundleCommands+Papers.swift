internal import Commands
internal import Database
internal import FoundationEssentials
internal import HTTP
internal import Kernel
internal import Partnership

/// What goes into a bundle, from the shell.
extension BundleCommands {
  static let papers = Command<Services>(
    ["cases", "bundle", "papers"], summary: "list what of a case may go into a bundle",
    details: "Keys, titles and states, no words.", arguments: [reference, number, json]
  ) { invocation, services in
    let review = try services.database.write { write in
      let acts = try acts(invocation, services, write)
      let bundle = try acts.found(number(invocation), write)
      try acts.note("bundle.read", bundle, in: write)
      return try acts.review(bundle, write)
    }
    if invocation.flag("--json") {
      let values = review.papers.map { one -> JSON in
        [
          "paper": .string(one.paper.key), "title": .string(one.paper.title),
          "state": .string(one.standing.words), "struck": .integer(one.struck),
        ]
      }
      invocation.output.json(["papers": .array(values)])
      return
    }
    for one in review.papers {
      invocation.output.line("\(one.paper.key)  \(one.standing.words)  \(one.paper.title)")
    }
  }

  static let choose = Command<Services>(
    ["cases", "bundle", "choose"], summary: "say which papers go into a bundle",
    arguments: [
      reference, number,
      .option(
        "--papers", value: "KEYS", "what cases bundle papers printed, with commas",
        isRequired: true),
    ]
  ) { invocation, services in
    let keys = Set(invocation.value("--papers").split(separator: ",").map(String.init))
    try changed(invocation, services) { acts, write in
      let known = Set(try acts.gathering.papers(write).map(\.key))
      guard keys.isSubset(of: known) else {
        throw UsageError("--papers: expected keys that are printed.", argument: "--papers")
      }
      try acts.choose(number(invocation), keys, in: write)
    }
    invocation.output.line(keys.count == 1 ? "1 paper goes in." : "\(keys.count) papers go in.")
  }

  static let decide = Command<Services>(
    ["cases", "bundle", "decide"],
    summary: "say whether one paper goes in, and what is struck out",
    arguments: [
      reference, number, .value("PAPER", "what cases bundle papers printed"),
      .value("IN", "whether it goes in", oneOf: ["yes", "no"]),
      .option("--strike", value: "FILE", "passages to strike out, one a line"),
    ]
  ) { invocation, services in
    var passages = ""
    if let path = invocation.option("--strike") {
      guard let data = try? Data(contentsOf: URL(filePath: path)), data.count <= 4000 else {
        throw InputRefused(file: path, reason: "it cannot be read, or is longer than 4,000 bytes")
      }
      passages = String(decoding: data, as: UTF8.self)
    }
    let fields = Fields([("in", invocation.value("IN")), ("passages", passages)])
    try changed(invocation, services) { acts, write in
      try acts.decide(number(invocation), invocation.value("PAPER"), PaperForm(fields), in: write)
    }
    invocation.output.line("It is decided.")
  }
}

extension ReviewedPaper.Standing {
  var words: String {
    switch self {
    case .left: "left out"
    case .chosen: "goes in"
    case .changed: "its words changed: choose it again"
    }
  }
}
