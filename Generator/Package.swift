// swift-tools-version: 6.3
// The tool: it reads specs, writes clients, and serves sandboxes. Users of the clients never see this package.

import PackageDescription

let package = Package(
    name: "waybill-generator",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "waybill", targets: ["waybill"]),
        .library(name: "Pipeline", targets: ["Pipeline", "SpecYAML"]),
    ],
    dependencies: [
        .package(name: "waybill", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.4.0"),
        .package(url: "https://github.com/swhitty/FlyingFox.git", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML",
            path: "CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        .target(name: "SpecYAML", dependencies: ["CLibYAML"], path: "SpecYAML", swiftSettings: optimized()),
        .target(
            name: "Pipeline",
            dependencies: ["SpecYAML", runtime(), runtime("Signing"), runtime("Webhooks")],
            path: "Pipeline",
            swiftSettings: optimized()
        ),
        .target(
            name: "Comparison",
            dependencies: ["Pipeline", "SpecYAML", runtime(), runtime("Signing"), runtime("Webhooks")],
            path: "Comparison",
            swiftSettings: optimized()
        ),
        .target(
            name: "Sandbox",
            dependencies: [
                "Pipeline", runtime(), runtime("Signing"), runtime("Webhooks"), httpTypes(), server("FlyingFox"),
                server("FlyingSocks"),
            ],
            path: "Sandbox",
            swiftSettings: settings()
        ),
        .executableTarget(
            name: "waybill",
            dependencies: [
                "Comparison",
                "Pipeline",
                "Sandbox",
                "SpecYAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "CLI",
            swiftSettings: settings()
        ),
        .testTarget(
            name: "CLITests",
            dependencies: ["waybill"],
            path: "Tests/CLITests",
            swiftSettings: settings()
        ),
        test("SpecYAML"),
        test("Pipeline", with: ["SpecYAML", runtime()], exclude: ["Fixtures"]),
        test(
            "Comparison",
            with: [
                "Depot", "Pipeline", "Sandbox", "SpecYAML", runtime(), runtime("Signing"), runtime("Testing"),
                runtime("Webhooks"), httpTypes(),
            ],
            exclude: ["Client", "Corpus"]
        ),
        // Its modules are those that generated code imports: it has the compiler check some.
        .testTarget(
            name: "CompilationTests",
            dependencies: [
                "NoTransport", "Pipeline", "SpecYAML", runtime(), runtime("Signing"), runtime("Testing"),
                runtime("Webhooks"), httpTypes(),
            ],
            path: "Tests/CompilationTests",
            swiftSettings: settings()
        ),
        // The client of the corpus's base spec.
        clientWithoutTransport("Depot", path: "Tests/ComparisonTests/Client/Depot"),
        .target(
            name: "NoTransport",
            dependencies: [runtime()],
            path: "Tests/ComparisonTests/Client/NoTransport",
            swiftSettings: settings()
        ),
        test(
            "Sandbox",
            with: [
                "GitHub", "NoTransport", "Pipeline", "SendGrid", "SpecYAML", "Twilio", runtime(), runtime("Signing"),
                runtime("Testing"), runtime("Webhooks"), httpTypes(), server("FlyingFox"), server("FlyingSocks"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// Clients of public APIs: they are compiled, hold their vendors' signatures, and call the sandboxes of their specs.
for name in ["GitHub", "SendGrid", "Twilio"] {
    let folder = "Tests/PipelineTests/Fixtures/Golden/\(name)"
    package.targets += [
        clientWithoutTransport(name, path: "\(folder)/\(name)"),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [
                .init(stringLiteral: name), runtime(), runtime("Testing"), runtime("Webhooks"), httpTypes(),
            ],
            path: "\(folder)/\(name)Tests",
            swiftSettings: settings()
        ),
    ]
}

/// A generated client, which brings no transport: that would be most of a cold build.
func clientWithoutTransport(_ name: String, path: String) -> Target {
    .target(
        name: name,
        dependencies: ["NoTransport", runtime(), runtime("Signing"), runtime("Webhooks"), httpTypes()],
        path: path,
        swiftSettings: settings() + [.unsafeFlags(["-module-alias", "WaybillTransport=NoTransport"])]
    )
}

/// The tests of a module, in Tests/.
func test(_ module: String, with others: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(module)Tests",
        dependencies: [.init(stringLiteral: module)] + others,
        path: "Tests/\(module)Tests",
        exclude: exclude,
        swiftSettings: settings()
    )
}

/// All that the generator needs of the root package: signatures are checked with the code that makes them.
func runtime(_ part: String = "Runtime") -> Target.Dependency { .product(name: "Waybill\(part)", package: "waybill") }

/// The vocabulary of the runtime's webhook headers.
func httpTypes() -> Target.Dependency { .product(name: "HTTPTypes", package: "swift-http-types") }

/// The sandbox's server: it adds little to a cold build, and its sockets can break a connection on purpose.
func server(_ product: String) -> Target.Dependency { .product(name: product, package: "FlyingFox") }

func settings() -> [SwiftSetting] {
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}

/// Optimized in debug builds too: the tests make thousands of clients, for which unoptimized code takes five times as long.
func optimized() -> [SwiftSetting] { settings() + [.unsafeFlags(["-O"], .when(configuration: .debug))] }
