/// Where work on a problem stands: scanning, analysis, response, assessment.
///
/// Eck & Spelman 1987, Problem-Solving: Problem-Oriented Policing in Newport News.
enum SARAStage: String, Codable, CaseIterable, Sendable {
  case scanning, analysis, response, assessment

  var title: String {
    switch self {
    case .scanning: "Scanning"
    case .analysis: "Analysis"
    case .response: "Response"
    case .assessment: "Assessment"
    }
  }

  var hint: String {
    switch self {
    case .scanning: "Is there a problem, and what exactly is it?"
    case .analysis: "Why there, why then, who is harmed?"
    case .response: "What is being done about it?"
    case .assessment: "Did it work?"
    }
  }
}
