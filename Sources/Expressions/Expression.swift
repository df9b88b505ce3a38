import FewBody

/// A function of one or more variables typed as text, such as `-1/(abs(x)+0.1)`.
///
/// muParser (through its C API) compiles the text once. ``functions`` and the constants `pi` and
/// `e` (also `_pi`, `_e`) may be used; `log` and `ln` are both the natural logarithm; `^` binds to
/// the right, and -x^2 is -(x^2). The result is a black box: samples of it prove nothing between
/// them. Where the expression has no finite value the result is infinite or NaN, which is the
/// caller's to refuse.
///
/// Safe to share: evaluation is serialised by a lock, because a muParser handle holds its variables.
public final class Expression: Sendable {
  /// The names of the functions that may be called, in alphabetical order.
  public static let functions: [String] = ExpressionFunctions.names.sorted()

  /// The text as typed.
  public let text: String
  /// The names of the variables, in the order of the arguments.
  public let variables: [String]
  /// Those of the variables that the text mentions.
  public let mentioned: Set<String>

  #if MuParser
    private let parser: ExpressionParser

    /// The expression `text` in `variables`; `parameter` names the flag or field in errors.
    ///
    /// Throws `FewBodyError.invalid(_:)` that says where the text fails and why.
    public init(
      _ text: String, variables: [String] = ["x"], parameter: String = "potential"
    ) throws(FewBodyError) {
      self.text = text
      self.variables = variables
      do {
        mentioned = try ExpressionGrammar(variables: variables).check(text)
        parser = try ExpressionParser(text: text, variables: variables)
      } catch {
        let example = variables.contains("r") ? "r" : variables.first ?? "x"
        throw .invalid(
          parameter, "'\(text)'",
          accepted:
            "an expression in \(variables.joined(separator: ", ")), such as "
            + "-1/(abs(\(example))+0.1); \(error.reason)")
      }
    }

    /// The value at one point of the first variable.
    public func callAsFunction(_ x: Double) -> Double { parser.value(x) }

    /// The value for one number a variable, in the order of ``variables``.
    public func value(_ arguments: Double...) -> Double { parser.value(arguments) }

    /// The values at many points of the first variable, under one lock.
    public func values(at points: [Double]) -> [Double] { parser.values(at: points) }
  #else
    /// Always throws `FewBodyError.notBuilt(part:remedy:)`: this build has no parser.
    public init(
      _ text: String, variables: [String] = ["x"], parameter: String = "potential"
    ) throws(FewBodyError) {
      self.text = text
      self.variables = variables
      mentioned = []
      throw .notBuilt(
        part: "the expression parser",
        remedy: "install libmuparser-dev and build with the package trait MuParser")
    }

    // Never reached, since no instance exists without the parser.
    /// The value at one point of the first variable; NaN in this build.
    public func callAsFunction(_ x: Double) -> Double { .nan }
    /// The value for one number a variable, in the order of ``variables``; NaN in this build.
    public func value(_ arguments: Double...) -> Double { .nan }
    /// The values at many points of the first variable; all NaN in this build.
    public func values(at points: [Double]) -> [Double] { points.map { _ in .nan } }
  #endif
}
