# %% [markdown]
# # A quick tour
#
# Every answer comes from the program `solve`, asked for JSON; this notebook only tabulates and draws. Energies are in hartree, lengths in
# bohr; each energy stands between a lower and an upper bound that cover discretisation, box, algebra and rounding.

# %%
from few_body import arrays, solve, table

# %% [markdown]
# ## A pair of electrons on a line
#
# H. Essén's electron pair in a metal ring of thickness a: H = p²/2μ − Z/(|x| + a), μ = ½. How many levels are there, where, and how sure?

# %%
pair = solve("pair", dim=1)
table(
    [(str(l["index"]), l["energy"], "%.0e" % (l["upper"] - l["lower"]), l["bounds"], l["labels"]["parity"])
     for l in pair["levels"]],
    ("n", "energy", "width", "bounds", "parity"))
print("none is missing:", pair["complete"])

# %%
import matplotlib.pyplot as plt

states = arrays("pair", dim=1)
figure, axis = plt.subplots(figsize=(7, 4.2), dpi=80)
axis.plot(states["x"], states["V"], color="0.6")
for energy, wave in zip(states["energies"], states["wavefunctions"]):
    axis.plot(states["x"], energy + 0.06 * wave / abs(wave).max(), lw=1)
axis.set(xlim=(-25, 25), ylim=(-0.5, 0.08), xlabel="x (bohr)", ylabel="energy (hartree)",
         title="Potential and wavefunctions at their energies (the ground state lies far below)")
plt.show()

# %% [markdown]
# The thinner the ring, the deeper the ground state, like ln²(1/a); the others stay near −1/4n², n = 1, 2, …. A solver that steps over the spike at x = 0
# loses the ground state without a word. Here a Sturm count shows that it is there:

# %%
rows = []
for thickness in (1.0, 1e-2, 1e-4, 1e-6):
    thin = solve("pair", dim=1, thickness=thickness, states=3)
    rows.append(("%g" % thickness, *(l["energy"] for l in thin["levels"]), str(thin["complete"])))
table(rows, ("a", "E0", "E1", "E2", "complete"))

# %% [markdown]
# ## The same pair in space
#
# The Darwin–Breit attraction is not isotropic: V = −Z(1 + cos²θ)/2r. Averaged over angles it is hydrogen with Z′ = ⅔.

# %%
space = solve("pair", dim=3, kernel="breit", parity="even", states=3)
table(
    [(str(l["index"]), l["energy"], "%.0e" % (l["upper"] - l["lower"]), l["bounds"]) for l in space["levels"]],
    ("n", "energy", "width", "bounds"))
average = -0.5 * 0.5 * (2 / 3) ** 2
print(f"averaged over angles {average:.10f}: too high by {average - space['levels'][0]['energy']:.3e}")

# %% [markdown]
# ## A ring with a flux
#
# Single-valued wavefunctions repeat after Φ0 = h/e. A barrier cos φ opens gaps where levels would cross; the persistent current is −∂E/∂Φ.

# %%
ring = solve("ring", cosine="0.15,1", flux="0:1:81", states=3)
fluxes = [point["flux"] for point in ring["sweep"]]

# %%
figure, (top, bottom) = plt.subplots(2, 1, figsize=(7, 5.4), dpi=80, sharex=True)
for n in range(3):
    top.plot(fluxes, [p["levels"][n]["energy"] for p in ring["sweep"]], lw=1.4)
    bottom.plot(fluxes, [p["levels"][n]["current"] for p in ring["sweep"]], lw=1.4)
top.set_ylabel("energy (hartree)")
bottom.set(xlabel="flux / Φ0", ylabel="current (e hartree/ħ)")
plt.show()

# %% [markdown]
# Two formulas for one current, the derivative of the energy and the Wronskian of the wavefunction, agree:

# %%
worst = max(abs(l["current"] - l["currentFromDensity"]) for p in ring["sweep"] for l in p["levels"])
print("they differ by less than 1e-11:", worst < 1e-11)

# %% [markdown]
# ## Electrons that repel each other
#
# Two electrons on a ring have closed forms at magic radii (Loos and Gill). R = ½: 9/4 hartree for the singlet.

# %%
ringium = solve("electrons", count=2, radius=0.5, spin=0, states=2)
for level in ringium["levels"]:
    print(f"{level['energy']:.12f}  S = {level['labels']['S']}  {level['bounds']}")

# %% [markdown]
# ## What their charges and currents do
#
# Exchange integrals of 1s and 2p: Coulomb's 112/6561 Z, and between the transition currents 160/6561 α²Z³.

# %%
alpha = 0.0072973525643
rows = []
for charge in (1, 10, 79):
    coulomb = solve("interaction", first="1s", second="2p0", charge=charge)
    ampere = solve("interaction", first="1s", second="2p0", charge=charge, channel="ampere")
    rows.append((str(charge), coulomb["exchange"], ampere["exchange"],
                 ampere["exchange"] / (160 / 6561 * alpha**2 * charge**3)))
table(rows, ("Z", "J Coulomb", "J Ampere", "over closed form"))

# %% [markdown]
# ## Where it flows
#
# A vortex in a trap and a magnetic field, carried through time: its velocity field has a winding that is a whole number, and the forces on it balance.

# %%
flow = solve("flow", "vortex", magnetic=0.7, time=1, points=128)
vortex = flow["vortices"][0]
print("winding", vortex["winding"])
print("at x = %.6f, y = %.6f" % tuple(vortex["position"]))
print("forces balance to 1e-6:", flow["balance"] < 1e-6)

# %%
import numpy

field = arrays("flow", "vortex", magnetic=0.7, time=1, points=128)
step = 4
where = numpy.abs(field["x"]) < 3
x, y = field["x"][where][::step], field["y"][where][::step]
cut = numpy.ix_(where, where)
vx, vy, density = (field[k][cut] for k in ("vx", "vy", "density"))
size = numpy.maximum(numpy.hypot(vx, vy), 1e-9)
figure, axis = plt.subplots(figsize=(5.2, 4.6), dpi=80)
axis.pcolormesh(field["x"][where], field["y"][where], density.T, cmap="Blues", shading="nearest")
axis.quiver(x, y, (vx / size).T[::step, ::step], (vy / size).T[::step, ::step], scale=40, width=0.003)
axis.plot(*vortex["position"], "o", mfc="none", mec="tab:red", ms=10)
axis.set(xlabel="x (bohr)", ylabel="y (bohr)", title="Direction of the flow over the density")
plt.show()
