import Expressions
import FewBody
import RealModule
import Testing

#if MuParser
  @Suite struct ExpressionTests {
    static let formulas: [(String, Double)] = [
      ("-1/(abs(x)+0.1)", -1 / 1.6), ("x^2^3", 25.62890625), ("-x^2", -2.25),
      ("2*pi", 2 * Double.pi),
      ("_pi", Double.pi), ("e", 2.718281828459045), ("ln(x)-log(x)", 0), ("log10(100)", 2),
      ("log2(8)", 3), ("min(x,2)+max(1,x)", 3), ("sech(0)+cosh(0)", 2), ("x>1 ? 2 : 3", 2),
      ("x>=2 || x==1.5 && x!=0", 1), ("heaviside(-1)+heaviside(0)+sign(-3)", -0.5),
      ("pow(-x,2)", 2.25), ("pow(x,-1)", 1 / 1.5), (" 1.5E-1 + .5 + 2. ", 2.65),
      ("atan2(1,1)*4", Double.pi), ("asinh(sinh(x))", 1.5), ("floor(x)+ceil(x)", 3),
      ("((((x))))", 1.5), ("tanh(atanh(0.5))", 0.5), ("max(min(1,2),(3))", 3),
      ("e*e^x", Double.exp(2.5)),
    ]

    @Test(arguments: formulas)
    func valuesAreThoseOfTheFormula(text: String, expected: Double) throws {
      let value = try Expression(text)(1.5)
      #expect((value - expected).magnitude <= 4e-16 * max(1, expected.magnitude), "\(value)")
    }

    @Test(arguments: [
      ("", "empty"), ("  \n ", "empty"), ("x=3", "would assign"), ("x = x", "would assign"),
      ("x==2=3", "would assign"), ("1,2", "separates two values"),
      ("(x,2)", "separates two values"),
      ("0,5*x", "separates two values"), ("y", "'y' at character 1 is unknown"),
      ("2+foo(x)", "'foo' at character 3 is unknown"), ("sqrt(x+", "not closed"),
      ("x)", "closes nothing"), ("x+", "end of expression"), ("sin()", "parameters"),
      ("sin(1,2)", "parameters"), ("min(1)", "parameters"), ("2x", "write * to multiply"),
      ("x 2", "does not parse"), ("1e400", "too large"), ("0x1F", "write * to multiply"),
      ("1..2", "followed by"), ("\"a\"", "no meaning"), ("x;x", "no meaning"),
      ("5!", "must be '!='"),
      ("x & 1", "must be '&&'"), ("#", "no meaning"), ("x+=1", "would assign"),
      ("{x}", "no meaning"),
      ("x ? 1", "does not parse"), (": x", "does not parse"), ("\u{3BC}*x", "no meaning"),
      ("sin", "does not parse"), ("sin x", "does not parse"), ("()", "does not parse"),
      ("x\u{0}+1", "no meaning"),
    ])
    func faultsSayWhereAndWhy(text: String, reason: String) {
      let error = #expect(throws: FewBodyError.self) { try Expression(text) }
      guard case .invalid(let parameter)? = error else {
        Issue.record("\(String(describing: error)) is not invalid")
        return
      }
      #expect(parameter.name == "potential" && parameter.value == "'\(text)'")
      #expect(parameter.accepted.contains(reason), "\(parameter.accepted)")
    }

    @Test func unknownNamesAreAnsweredWithTheKnownOnes() {
      let error = #expect(throws: FewBodyError.self) {
        try Expression("cosine(phi)", variables: ["phi"], parameter: "--potential")
      }
      let text = error.map { "\($0)" } ?? ""
      for part in ["--potential", "'cosine'", "variable phi", "pi and e", " cosh ", " heaviside "] {
        #expect(text.contains(part), "\(text)")
      }
    }

    @Test func hugeTextsAreRefused() {
      for text in [
        String(repeating: "(", count: 201) + "x" + String(repeating: ")", count: 201),
        String(repeating: "x+", count: 3000) + "x", String(repeating: "-", count: 5000) + "x",
      ] {
        #expect(throws: FewBodyError.self) { try Expression(text) }
      }
    }

    @Test func otherVariablesAndManyPoints() throws {
      let cosine = try Expression("cos(2*phi)", variables: ["phi"])
      let points = (0..<100).map { 0.1 * Double($0) }
      #expect(cosine.values(at: points) == points.map { Double.cos(2 * $0) })
      #expect(try Expression("e^2", variables: ["e"])(3) == 9)
    }

    @Test func severalVariables() throws {
      let names = ["x", "y", "z", "r", "costheta"]
      let field = try Expression("x*y^2-z/r+costheta", variables: names)
      #expect(field.value(2, 3, 4, 5, 0.25) == 18 - 0.8 + 0.25)
      #expect(field.mentioned == Set(names))
      #expect(try Expression("-1/r", variables: names).mentioned == ["r"])
      #expect(try Expression("exp(1)", variables: names).mentioned.isEmpty)
      let error = #expect(throws: FewBodyError.self) {
        try Expression("x+w", variables: names, parameter: "external")
      }
      #expect("\(try #require(error))".contains("variables x y z r costheta"))
    }

    @Test func valuesOutsideTheDomainAreNotFiniteAndDoNotTrap() throws {
      #expect(try Expression("1/x")(0) == .infinity)
      #expect(try Expression("log(x)")(-1).isNaN)
      #expect(try Expression("sqrt(x)")(-1).isNaN)
      #expect(try Expression("acos(x)").values(at: [2, 0.5]).map(\.isNaN) == [true, false])
    }

    /// muParser keeps its messages in one buffer for all handles.
    @Test func faultsFoundAtOnceKeepTheirOwnMessages() async {
      let good = await withTaskGroup(of: Bool.self) { group in
        for (text, reason) in [
          ("x+", "end of expression"), ("sin()", "\"sin\""), ("min(1)", "\"min\""),
        ] {
          group.addTask {
            (0..<500).allSatisfy { _ in
              do {
                _ = try Expression(text)
                return false
              } catch {
                return "\(error)".contains(reason)
              }
            }
          }
        }
        return await group.reduce(true) { $0 && $1 }
      }
      #expect(good)
    }

    @Test func oneExpressionServesManyTasks() async throws {
      let square = try Expression("x*x")
      let good = await withTaskGroup(of: Bool.self) { group in
        for task in 0..<8 {
          group.addTask {
            (0..<2_000).allSatisfy { i in
              let x = Double(task * 10_000 + i)
              return square(x) == x * x
            }
          }
        }
        return await group.reduce(true) { $0 && $1 }
      }
      #expect(good)
    }

    /// Twenty thousand texts of random tokens: each parses or throws, none traps, and each that
    /// parses evaluates.
    @Test func randomTextsNeverTrap() {
      let tokens = [
        "x", "1", "2.5", "pi", "e", "+", "-", "*", "/", "^", "(", ")", ",", "?", ":", "<", ">=",
        "==",
        "!=", "&&", "||", "sin(", "min(", "max(", "pow(", "sqrt(", " ", "=", "\"", "sin", "_", ".",
      ]
      var state: UInt64 = 42
      var parsed = 0
      for _ in 0..<20_000 {
        var text = ""
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        for _ in 0..<(1 + Int(state >> 61)) {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          text += tokens[Int((state >> 33) % UInt64(tokens.count))]
        }
        if let expression = try? Expression(text) {
          parsed += 1
          #expect(expression.values(at: [-1, 0, 1]).count == 3)
        }
      }
      #expect(parsed > 500)
    }
  }
#else
  @Suite struct ExpressionTests {
    @Test func theMissingPartIsNamed() {
      let error = #expect(throws: FewBodyError.self) { try Expression("x") }
      #expect(error.map { "\($0)" }?.contains("libmuparser-dev") == true)
    }
  }
#endif
