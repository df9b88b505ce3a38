# %% [markdown]
# # Velocity field and forces from a Berry connection (H. Koizumi)
#
# **The question.** A many-electron state has a velocity field, v = (ħ/m)Aᴹᴮ + (e/m)A, with a connection Aᴹᴮ that the wavefunction makes. Which forces act on
# this flow, and what do vortices add to them?
#
# **The check.** The four terms, Lorentz, kinetic, chemical and loop-current, must give the acceleration that Madelung's form gives from the density alone.

# %%
from few_body import arrays, solve, table, verdicts

# %% [markdown]
# ## On a ring
#
# A flux that grows pushes the electron: m dv/dt = e dΦ/dt/2πR. In a ring with a barrier all terms work.

# %%
ramp = solve("flow", "ring", winding=2, flux=0.1, flux_rate=0.5)
print("v = (n + f)/R =", "%.12f" % ramp["sample"]["velocity"][0], " winding", ramp["winding"])
print("m dv/dt =", "%.10f" % ramp["sample"]["massTimesAcceleration"][0])

barrier = solve("flow", "ring", winding=1, admixture=0.3, cosine="0.4,1", time=0.5)
rows = [(name, barrier["sample"][name][0]) for name in
        ("lorentz", "kinetic", "chemical", "loop", "massTimesAcceleration", "momentumBalance")]
for name, value in rows:
    print(f"{name:22s} {value:+.9f}")
print("balance to 1e-10:", barrier["balance"] < 1e-10)

# %% [markdown]
# ## A vortex that moves
#
# c0|0⟩ + c1|l = 1⟩ of an oscillator in a field has a zero that circles. Round it the phase winds once, whatever the grid; the loop-current force lives on it alone.

# %%
rows = []
for time in (0.0, 0.5, 1.0, 1.5):
    flow = solve("flow", "vortex", magnetic=0.7, time=time, points=128)
    vortex = flow["vortices"][0]
    rows.append(("%.1f" % time, str(vortex["winding"]), "%.6f" % vortex["position"][0], "%.6f" % (vortex["position"][1] + 0.0),
                 "%.5f" % vortex["loopForce"][0], "%.5f" % vortex["loopForce"][1], str(flow["balance"] < 1e-6)))
table(rows, ("t", "winding", "x", "y", "F_x", "F_y", "forces balance"))

# %%
import matplotlib.pyplot as plt
import numpy

figure, axes = plt.subplots(1, 3, figsize=(10, 3.4), dpi=80, sharey=True)
for axis, time in zip(axes, (0.0, 0.75, 1.5)):
    field = arrays("flow", "vortex", magnetic=0.7, time=time, points=128)
    where = numpy.abs(field["x"]) < 2.6
    cut = numpy.ix_(where, where)
    vx, vy, density = (field[k][cut].T for k in ("vx", "vy", "density"))
    size = numpy.maximum(numpy.hypot(vx, vy), 1e-9)
    x = field["x"][where]
    axis.pcolormesh(x, x, density, cmap="Blues", shading="nearest")
    axis.quiver(x[::3], x[::3], (vx / size)[::3, ::3], (vy / size)[::3, ::3], scale=30, width=0.004)
    axis.set(title=f"t = {time}", xlabel="x (bohr)", aspect="equal")
axes[0].set_ylabel("y (bohr)")
plt.show()

# %% [markdown]
# ## A packet in E and B
#
# The same identity for a Gaussian packet, whose velocity field is known in closed form; the wave is carried by a split-operator propagator.

# %%
packet = solve("flow", "packet", dim=2, width=0.8, electric="0.3,-0.2", magnetic=0.9, time=2)
print("distance to the closed form below 1e-8:", packet["motion"]["exactDifference"] < 1e-8)
print("norm kept to 1e-12:", packet["motion"]["normDrift"] < 1e-12)
print("forces balance to 1e-6:", packet["balance"] < 1e-6)

# %% [markdown]
# ## Claim by claim

# %%
claims = verdicts("koizumi")
