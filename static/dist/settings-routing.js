import{a as e,c as t,d as s,e as n,f as i,g as a,h as r,i as l,j as o,k as u,l as g,m as d,n as c,o as m,p}from"./with-parts-filter-builder.js";import{a as _,b as $,c as h,f,h as b,k as v,o as y}from"./settings.js";import{D as w,I as k,Y as x,q as j,t as E}from"./app.js";var T=["channel","language","page","widget","chosen_team","hours_open","returning","verified","attribute:","label","team","priority","waiting_ms"],q=(e,t,s,n,i)=>j`<div class="set-field">
<div class="set-label"><label for=${t}>${e}</label></div>
${s}
${i?j`<p class="field-hint">${i}</p>`:E}
<p class="field-error" role="alert">${n??""}</p>
</div>`;function D({call:e,failed:t,changed:s,choices:n,waiting:i,dirty:a}){let r={conversation:"",facts:{channel:"web",language:"",page:"",widget_id:"",chosen_team_id:"",verified:!1,returning:!1},answer:null,busy:!1},l=async n=>{if(n.preventDefault(),!r.busy){r.busy=!0,s();try{r.answer=await e("POST","/routing/test",function({conversation:e,facts:t}){return e?{conversation_id:e}:Object.fromEntries(Object.entries(t).filter(([,e])=>""!==e))}(r))}catch(e){t(e)}r.busy=!1,s()}},o=e=>t=>{r.facts={...r.facts,[e]:t},s()},u=(e,t,s)=>j`<div class="set-field"><div class="set-label"><label for=${t}>${e}</label></div>${s}</div>`,d=(e,t,s,n)=>{let i=String(r.facts[t]),a=n?f(e,[{value:"",label:k("filters.none")},...n],i,o(t)):j`<input id=${e} class="input" autocomplete="off" .value=${w(i)} @input=${e=>o(t)(e.target.value)} />`;return u(s,e,a)},c=e=>{r.conversation=e,s()};return()=>v(k("settings_routing.try"),j`<form class="set-stack" @submit=${l}>
${u(k("settings_routing.try_whom"),"try-whom",f("try-whom",[{value:"",label:k("settings_routing.try_somebody")},...i()],r.conversation,c))}
${r.conversation?E:j`<div class="set-columns">
${d("try-channel","channel",k("filters.field_channel"))} ${d("try-language","language",k("filters.field_language"),n().language)}
${d("try-page","page",k("filters.field_page"))} ${d("try-widget","widget_id",k("filters.field_widget"),n().widget)}
${d("try-team","chosen_team_id",k("filters.field_chosen_team"),n().chosen_team)}
</div>
${b(r.facts.verified,o("verified"),k("filters.field_verified"))} ${b(r.facts.returning,o("returning"),k("filters.field_returning"))}`}
<div class="set-actions">
<button type="submit" class="button" id="try-ask" aria-busy=${r.busy}>${k("settings_routing.try_ask")}</button>
${a()?j`<span class="field-hint">${k("settings_routing.try_saved")}</span>`:E}
</div>
</form>
${r.answer?function(e,t){let s=g(e,t,k),n=e.rules.map(e=>e.name).join(k("filters.comma"));return j`<div class="try-answer" role="status">
<p class="try-who">${_(e.agent?"user":"clock")}<strong>${e.agent?e.agent.name:k("settings_routing.try_nobody")}</strong></p>
<p>${e.why?k(`settings_routing.why_${e.why.code}`,{...e.why,skills:(e.why.skills??[]).join(k("filters.comma"))}):E}</p>
<dl class="fact-list">
<dt>${k("settings_routing.try_rules")}</dt>
<dd>${n||k("settings_routing.try_no_rules")}</dd>
<dt>${k("settings_routing.try_follows")}</dt>
<dd>${s||k("settings_routing.try_everybody")}</dd>
</dl>
<ul class="things">
${e.candidates.map(e=>j`<li class="thing ${e.eligible?"":"off"}">
${_(e.eligible?"check":"x")}
<div class="thing-what"><span class="thing-name">${e.name}</span><span class="thing-about">${e.eligible?k("settings_routing.try_load",{load:e.load,capacity:e.capacity}):k(`settings_routing.not_${e.why_not}`)}</span></div>
</li>`)}
</ul>
</div>`}(r.answer,n()):E}`,k("settings_routing.try_intro"))}var G=[["taken_within_ms",1e3],["gone_after_ms",6e4],["away_after_ms",6e4],["sticky_days",1],["sticky_wait_ms",1e3],["skills_relax_after_ms",1e3],["urgent_head_start_ms",6e4],["high_head_start_ms",6e4],["low_head_start_ms",-6e4]],O=["zh","en","ja","ko","fr","de","es","ru","ar","pt","it","th","vi","id"],I=(e,t=e=>e.name)=>e.map(e=>({value:e.id,label:t(e)}));function P(e){if("version"===e.code)return{rules:k("settings_routing.outdated")};if(400!==e.status||!e.field)return{};let t=k("settings_routing.wrong_value");return e.field.startsWith("rules")?{[e.field]:t}:{[`settings.${e.field}`]:t}}function A({call:g,changed:A,failed:S}){let U={versions:{rules:0,settings:0},most:0,choices:{},waiting:[]},B={open:null,dragged:null,said:"",made:0},F=y({read:()=>async function(e,t){let[s,n,a,r,l,o,u]=await Promise.all([e("GET","/routing/rules"),e("GET","/routing/settings"),e("GET","/teams"),e("GET","/agents?limit=200"),e("GET","/widgets"),e("GET","/labels"),e("GET","/conversations?view=unassigned&sort=waiting&limit=20")]);t.versions={rules:s.version,settings:n.version},t.most=s.rules_max;let g=new Intl.DisplayNames([document.documentElement.lang],{type:"language"}),d=I(a.items);return t.choices={team:d,chosen_team:d,agent:I(r.items),widget:I(l.items),label:o.items.map(e=>({value:e.name,label:e.name})),priority:["urgent","high","normal","low"].map(e=>({value:e,label:k(`settings_routing.priority_${e}`)})),channel:["web","api"].map(e=>({value:e,label:k(`settings_routing.channel_${e}`)})),language:O.map(e=>({value:e,label:g.of(e)??e}))},t.waiting=u.items.map(e=>({value:e.id,label:e.contact.name??k("settings_routing.try_nameless")})),{rules:i(s.rules),settings:n.settings}}(g,U),check:e=>Object.fromEntries(Object.entries(c(e.rules)).map(([e,t])=>[e,k(`settings_routing.wrong_${t}`)])),refused:P,async write(e,t){if(t.includes("rules")){let t=await g("PUT","/routing/rules",{version:U.versions.rules,rules:a(e.rules)});U.versions.rules=t.version,e.rules=i(t.rules)}if(t.some(e=>e.startsWith("settings."))){let t=await g("PUT","/routing/settings",{version:U.versions.settings,settings:e.settings});U.versions.settings=t.version,e.settings=t.settings}return e},changed(){let e="ready"===F.phase?p(F.errors):-1;e>=0&&(B.open=F.get("rules")[e]?.key??B.open),A()}}),M=()=>U.choices,N=function({form:i,at:a,choices:g,most:c,changed:p}){let h=()=>i.get("rules"),y=(e,t)=>i.set("rules",h().with(e,{...h()[e],...t,...t.when||t.follows?{broken:null}:{}})),D=function({form:i,choices:a,set:r}){return(g,d)=>{let c=$(`rule.${g.key}.name`),p=t({id:$(`rule.${g.key}.when`),fields:T,choices:a(),complaint:e=>m(i.errors,`rules[${d}].when.${e}`)}),_=i.errors[`rules[${d}].when`]??i.errors[`rules[${d}].then`];return j`<div class="thing-edit">
${q(k("settings_routing.name"),c,j`<input id=${c} class="input" maxlength=${s} autocomplete="off" .value=${w(g.name)} @input=${e=>r(d,{name:e.target.value})} />`,i.errors[`rules[${d}].name`])}
<div class="set-field" role="group" aria-labelledby="${c}-when">
<p class="set-label"><span class="label" id="${c}-when">${k("settings_routing.when")}</span></p>
${e(g.when)?p(o(g.when),e=>r(d,{when:e})):j`<p class="field-hint">${k("settings_routing.unreadable")} <button type="button" class="text-button" @click=${()=>r(d,{when:{all:[]}})}>${k("settings_routing.anew")}</button></p>`}
</div>
<div class="set-field" role="group" aria-labelledby="${c}-then">
<p class="set-label"><span class="label" id="${c}-then">${k("settings_routing.then")}</span></p>
${((e,t)=>{let s=s=>r(t,{follows:u(e.follows,s)}),o={value:"",label:k("settings_routing.leave")},g=n.map(e=>({value:e,label:k(`settings_routing.priority_${e}`)})),d=t=>$(`rule.${e.key}.${t}`),c=e=>m(i.errors,`rules[${t}].then.${e}`),p=t=>j`<input id=${d(t)} class="input" autocomplete="off" placeholder=${k("settings_routing.skills_example")} .value=${w((e.follows[t]??[]).join(k("filters.comma")))} @change=${e=>s({[t]:l(e.target.value)})} />`;return j`<div class="set-columns">
${q(k("settings_routing.to_team"),d("team"),f(d("team"),[o,...a().team??[]],e.follows.team_id??"",e=>s({team_id:e})),c("team_id"))}
${q(k("settings_routing.priority"),d("priority"),f(d("priority"),[o,...g],e.follows.priority??"",e=>s({priority:e})),c("priority"))}
${q(k("settings_routing.required"),d("required_skills"),p("required_skills"),c("required_skills"),k("settings_routing.required_hint"))}
${q(k("settings_routing.preferred"),d("preferred_skills"),p("preferred_skills"),c("preferred_skills"),k("settings_routing.preferred_hint"))}
</div>`})(g,d)}
</div>
${_?j`<p class="field-error" role="alert">${_}</p>`:E}
${b(g.stop,e=>r(d,{stop:e}),k("settings_routing.stop"),k("settings_routing.stop_hint"))}
</div>`}}({form:i,choices:g,set:y}),{grip:G,over:O,move:I}=function({form:e,at:t,changed:s}){let n=(s,n)=>{let i=e.get("rules"),a=r(i,s,n);t.said=k("settings_routing.moved",{name:i[s].name,place:a.indexOf(i[s])+1,count:i.length}),e.set("rules",a)};return{grip:(e,i)=>j`<button type="button" class="rule-grip" id="grip-${e.key}" draggable="true" aria-label=${k("settings_routing.move",{name:e.name,place:i+1})} title=${k("settings_routing.move_hint")} @keydown=${t=>{let s={ArrowUp:-1,ArrowDown:1}[t.key];s&&(t.preventDefault(),n(i,i+s),requestAnimationFrame(()=>document.getElementById(`grip-${e.key}`)?.focus()))}} @dragstart=${s=>{t.dragged=e.key,s.dataTransfer?.setData("text/plain",e.name)}} @dragend=${()=>{t.dragged=null,s()}}>${i+1}</button>`,over:s=>i=>{let a=e.get("rules").findIndex(e=>e.key===t.dragged);a<0||(i.preventDefault(),a!==s&&n(a,s))},move:n}}({form:i,at:a,changed:p}),P=e=>{a.open=e,p(),e&&requestAnimationFrame(()=>document.getElementById($(`rule.${e}.name`))?.focus())},A=e=>{a.made+=1;let t=`new-${a.made}`,s={name:"",enabled:!0,when:{all:[]},follows:{},stop:!1,...structuredClone(e),id:void 0,broken:null,key:t};i.set("rules",[...h(),s]),P(t)},S=(e,t)=>{let n=a.open===e.key;return j`<li class="thing rule ${e.enabled?"":"off"}" @dragover=${O(t)}>
${G(e,t)}
<div class="thing-what">
<button type="button" class="rule-name" aria-expanded=${n} @click=${()=>P(n?null:e.key)}>${e.name||k("settings_routing.unnamed")}</button>
${e.broken?j`<span class="rule-broken">${_("alert",14)}<span>${k("settings_routing.broken",{path:e.broken.path,why:e.broken.why})}</span></span>`:j`<span class="thing-about">${d(e,g(),k)}</span>`}
</div>
<div class="thing-does">
<label class="switch"><input type="checkbox" role="switch" aria-label=${k("settings_routing.enabled",{name:e.name})} .checked=${w(e.enabled)} @change=${e=>y(t,{enabled:e.target.checked})} /></label>
<button type="button" class="icon-button" aria-haspopup="menu" aria-label=${k("settings_routing.more",{name:e.name})} @click=${n=>((e,t,n)=>x(n,e.name,[{items:[...t>0?[{label:k("settings_routing.up"),mark:_("up"),run:()=>I(t,t-1)}]:[],...t+1<h().length?[{label:k("settings_routing.down"),mark:_("down"),run:()=>I(t,t+1)}]:[],{label:k("settings_routing.copy"),mark:_("copy"),run:()=>A({...e,name:k("settings_routing.copy_of",{name:e.name}).slice(0,s)})}]},{items:[{label:k("settings_routing.remove"),mark:_("trash"),run:()=>i.set("rules",h().toSpliced(t,1))}]}]))(e,t,n.currentTarget)}>${_("more")}</button>
</div>
${n?D(e,t):E}
</li>`};return{view:()=>v(k("settings_routing.rules"),j`${0===h().length?j`<p class="nothing-yet">${k("settings_routing.no_rules")}</p>`:j`<ol class="things rules">${h().map(S)}</ol>`}
<p class="unseen" aria-live="polite">${a.said}</p>
${i.errors.rules?j`<p class="field-error" role="alert">${i.errors.rules}</p>`:E}`,k("settings_routing.rules_intro"),h().length<c()?j`<button type="button" class="button" id="add-rule" @click=${()=>A({})}>${_("plus")}${k("settings_routing.add")}</button>`:E),open:P}}({form:F,at:B,choices:M,most:()=>U.most,changed:A}),W=D({call:g,failed:S,changed:A,choices:M,waiting:()=>U.waiting,dirty:()=>F.changes.length>0});return{form:F,body:()=>j`<p class="page-intro">${k("settings_routing.intro")}</p>${N.view()}${function(e){return v(k("settings_routing.times"),j`<div class="set-columns">${G.map(([t,s])=>{let n=`settings.${t}`,i=$(n);return j`<div class="set-field">
<div class="set-label"><label for=${i}>${k(`settings_routing.${t}`)}</label></div>
<div class="set-box number-box"><input id=${i} class="input number" type="number" min="0" aria-describedby="${i}-hint ${i}-error" .value=${w(String(e.get(n)/s))} @change=${t=>e.set(n,Math.round(Number(t.target.value)*s))} /><span>${k(`settings_routing.unit_${Math.abs(s)}`)}</span></div>
<p class="field-hint" id="${i}-hint">${k(`settings_routing.${t}_hint`)}</p>
${h(e,n)}
</div>`})}</div>`,k("settings_routing.times_intro"))}(F)}${W()}`}}export{A as routingPage};
