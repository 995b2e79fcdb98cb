// swift-tools-version: 6.3
// What users import: the runtime and the generated clients. The tool that generates them is a package of its own, in
// Generator/, so that nobody who imports a client resolves or builds it.

import PackageDescription

let package = Package(
    name: "waybill",
    platforms: [.macOS(.v15), .iOS(.v18)],
    products: [
        .library(name: "WaybillRuntime", targets: ["WaybillRuntime", "WaybillJSON"]),
        .library(name: "WaybillSigning", targets: ["WaybillSigning"]),
        .library(name: "WaybillWebhooks", targets: ["WaybillWebhooks"]),
        .library(name: "WaybillOutbox", targets: ["WaybillOutbox"]),
        .library(name: "WaybillStores", targets: ["WaybillStores"]),
        .library(name: "WaybillWebhookTesting", targets: ["WaybillWebhookTesting"]),
        .library(name: "WaybillTransport", targets: ["WaybillTransport"]),
        .library(name: "WaybillTransportTesting", targets: ["WaybillTransportTesting"]),
        .library(name: "WaybillTesting", targets: ["WaybillTesting"]),
        .library(name: "WaybillMetrics", targets: ["WaybillMetrics"]),
        .library(name: "WaybillTracing", targets: ["WaybillTracing"]),
        .library(name: "Connectly", targets: ["Connectly"]),
        .library(name: "SimpleConnect", targets: ["SimpleConnect"]),
        .library(name: "Simpu", targets: ["Simpu"]),
        .library(name: "Walinko", targets: ["Walinko"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing.git", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.7.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.0"),
    ],
    targets: [
        client("Connectly", with: webhooks),
        client("SimpleConnect", with: signing),
        client("Simpu", with: webhooks),
        client("Walinko"),
        .target(name: "WaybillJSON", swiftSettings: settings()),
        .target(
            name: "WaybillRuntime",
            dependencies: ["WaybillJSON", httpTypes, logging],
            swiftSettings: settings()
        ),
        .target(
            name: "WaybillSigning",
            dependencies: ["WaybillRuntime", crypto, .product(name: "CryptoExtras", package: "swift-crypto")],
            swiftSettings: settings()
        ),
        .target(
            name: "WaybillWebhooks",
            dependencies: ["WaybillRuntime", "WaybillSigning", httpTypes, logging],
            swiftSettings: settings()
        ),
        .target(
            name: "WaybillTransport",
            dependencies: [
                "WaybillRuntime",
                httpTypes,
                .target(name: "WaybillURLSessionTransport", condition: .when(platforms: applePlatforms)),
                onLinux("NIOCore", of: "swift-nio"),
                onLinux("NIOHTTP1", of: "swift-nio"),
                onLinux("NIOPosix", of: "swift-nio"),
                onLinux("NIOSSL", of: "swift-nio-ssl"),
                onLinux("NIOTLS", of: "swift-nio"),
            ],
            swiftSettings: settings()
        ),
        .target(
            name: "WaybillURLSessionTransport",
            dependencies: ["WaybillRuntime", httpTypes],
            swiftSettings: settings()
        ),
        .target(name: "WaybillOutbox", dependencies: ["WaybillRuntime"], swiftSettings: settings()),
        .target(
            name: "WaybillStores",
            dependencies: ["WaybillOutbox", "WaybillRuntime", "WaybillWebhooks"],
            swiftSettings: settings()
        ),
        .target(name: "WaybillWebhookTesting", dependencies: ["WaybillWebhooks"], swiftSettings: settings()),
        .target(
            name: "WaybillTransportTesting",
            dependencies: ["FaultPeer", "WaybillRuntime", "WaybillTesting", httpTypes],
            swiftSettings: settings()
        ),
        .target(name: "FaultPeer", swiftSettings: settings()),
        .target(name: "WaybillTesting", dependencies: ["WaybillRuntime", httpTypes], swiftSettings: settings()),
        .target(
            name: "WaybillMetrics",
            dependencies: ["WaybillRuntime", .product(name: "CoreMetrics", package: "swift-metrics")],
            swiftSettings: settings()
        ),
        .target(
            name: "WaybillTracing",
            dependencies: ["WaybillRuntime", httpTypes, tracing("Instrumentation"), tracing("Tracing")],
            swiftSettings: settings()
        ),

        .executableTarget(
            name: "waybill-demo",
            dependencies: [
                "Connectly", "SimpleConnect", "Simpu", "Walinko", "WaybillTransport", httpTypes,
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            path: "Tests/Examples/Demo",
            swiftSettings: settings()
        ),
        .executableTarget(
            name: "RestartedProgram",
            dependencies: ["Walinko"],
            path: "Tests/RestartedProgram",
            swiftSettings: settings()
        ),
        .target(
            name: "TestSupport",
            dependencies: ["FaultPeer", "WaybillRuntime", "WaybillTesting", "WaybillWebhooks", httpTypes, logging],
            path: "Tests/Support",
            swiftSettings: settings()
        ),
        test("WaybillJSON", with: ["TestSupport", "WaybillTesting"]),
        test(
            "WaybillRuntime",
            with: ["TestSupport", "WaybillSigning", "WaybillTesting", "WaybillTransportTesting", httpTypes, logging]
        ),
        test("WaybillSigning", with: ["TestSupport", "WaybillRuntime", "WaybillWebhooks"]),
        test(
            "WaybillWebhooks",
            with: [
                "TestSupport", "WaybillRuntime", "WaybillSigning", "WaybillTesting", "WaybillWebhookTesting", httpTypes,
                logging,
            ]
        ),
        test("WaybillStores"),
        test("WaybillOutbox", with: ["TestSupport", "WaybillRuntime", "WaybillTesting", httpTypes]),
        test("WaybillTesting", with: [httpTypes]),
        test("RestartedProgram", with: ["FaultPeer", "TestSupport"]),
        test(
            "WaybillMetrics",
            with: [
                "Simpu", "TestSupport", "Walinko", "WaybillTesting", httpTypes,
                .product(name: "MetricsTestKit", package: "swift-metrics"),
            ]
        ),
        test(
            "WaybillTracing",
            with: [
                "Simpu", "TestSupport", "Walinko", "WaybillTesting", httpTypes, tracing("InMemoryTracing"),
                tracing("Tracing"),
            ]
        ),
        // What `make fuzz` runs with random inputs, run with those that are kept.
        .testTarget(
            name: "FuzzTests",
            dependencies: [
                "Connectly", "Simpu", "Walinko", "WaybillJSON", "WaybillRuntime", "WaybillSigning", "WaybillTesting",
                "WaybillTransport", "WaybillWebhooks", httpTypes,
                onLinux("NIOCore", of: "swift-nio"),
                onLinux("NIOEmbedded", of: "swift-nio"),
                onLinux("NIOHTTP1", of: "swift-nio"),
            ],
            swiftSettings: settings()
        ),
        .executableTarget(
            name: "Soak",
            dependencies: ["FaultPeer", "Simpu", "WaybillRuntime", "WaybillTransport", "WaybillWebhooks", logging],
            path: "Tests/Soak",
            swiftSettings: settings()
        ),
        test("Soak", with: ["FaultPeer"]),
        test(
            "WaybillTransport",
            with: [
                "FaultPeer", "WaybillTesting", "WaybillTransportTesting", "WaybillURLSessionTransport", httpTypes,
                onLinux("NIOCore", of: "swift-nio"),
                onLinux("NIOPosix", of: "swift-nio"),
                onLinux("NIOSSL", of: "swift-nio-ssl"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// Each client has tests: in Generated/ those that follow from its spec's examples, beside them those by hand.
for product in package.products where !product.name.hasPrefix("Waybill") {
    package.targets.append(
        test(
            product.name,
            with: [
                "FaultPeer", "TestSupport", "WaybillRuntime", "WaybillTesting", "WaybillTransport", crypto, httpTypes,
                logging,
            ]
        )
    )
}

// What the generator's tests render with every construct of the dialect is compiled and run here.
for (name, modules) in [("Courier", [webhooks, signing]), ("Ledger", []), ("Shapes", [webhooks])] {
    let folder = "Generator/Tests/PipelineTests/Fixtures/Golden/\(name)"
    package.targets += [
        .target(
            name: name,
            dependencies: generatedCode(with: modules),
            path: "\(folder)/\(name)",
            swiftSettings: settings()
        ),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.init(stringLiteral: name), "TestSupport", "WaybillRuntime", "WaybillTesting", httpTypes],
            path: "\(folder)/\(name)Tests",
            swiftSettings: settings()
        ),
    ]
}

/// A generated client: its folder under Sources belongs to `make generate`, which also says what has to stand in `with:`.
func client(_ name: String, with modules: Target.Dependency...) -> Target {
    .target(
        name: name,
        dependencies: generatedCode(with: modules),
        swiftSettings: settings()
    )
}

/// What generated code needs, and the modules that this API needs beside them.
func generatedCode(with modules: [Target.Dependency]) -> [Target.Dependency] {
    ["WaybillRuntime", "WaybillTransport", .product(name: "HTTPTypes", package: "swift-http-types")] + modules
}

/// The tests of a module, in Tests/.
func test(_ module: String, with others: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(module)Tests",
        dependencies: [.init(stringLiteral: module)] + others,
        swiftSettings: settings()
    )
}

/// A product of what the default transport needs, which elsewhere is neither built nor linked.
func onLinux(_ product: String, of package: String) -> Target.Dependency {
    .product(name: product, package: package, condition: .when(platforms: [.linux]))
}

/// A product of swift-distributed-tracing.
func tracing(_ product: String) -> Target.Dependency {
    .product(name: product, package: "swift-distributed-tracing")
}

/// What an API needs that receives webhooks.
var webhooks: Target.Dependency { "WaybillWebhooks" }
/// What an API needs that signs requests.
var signing: Target.Dependency { "WaybillSigning" }
var crypto: Target.Dependency { .product(name: "Crypto", package: "swift-crypto") }
var httpTypes: Target.Dependency { .product(name: "HTTPTypes", package: "swift-http-types") }
var logging: Target.Dependency { .product(name: "Logging", package: "swift-log") }
var applePlatforms: [Platform] { [.macOS, .iOS, .tvOS, .watchOS, .visionOS] }

func settings() -> [SwiftSetting] {
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
