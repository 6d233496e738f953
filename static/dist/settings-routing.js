import{a as e,b as t,c as s,d as n,e as i,f as r,g as a,h as l,i as o,j as u,k as g,l as d,m as c}from"./with-settings-routing-rules.js";import{c as m,e as p}from"./with-parts-filter-builder.js";import{a as _,b as $,c as h,f,h as b,k as v,o as y}from"./settings.js";import{E as w,J as k,Z as x,r as j,u as E}from"./app.js";var T=["channel","language","page","widget","chosen_team","hours_open","returning","verified","attribute:","label","team","priority","waiting_ms"],q=(e,t,s,n,i)=>j`<div class="set-field">
<div class="set-label"><label for=${t}>${e}</label></div>
${s}
${i?j`<p class="field-hint">${i}</p>`:E}
<p class="field-error" role="alert">${n??""}</p>
</div>`;function G({call:e,failed:t,changed:s,choices:n,waiting:i,dirty:r}){let a={conversation:"",facts:{channel:"web",language:"",page:"",widget_id:"",chosen_team_id:"",verified:!1,returning:!1},answer:null,busy:!1},l=async n=>{if(n.preventDefault(),!a.busy){a.busy=!0,s();try{a.answer=await e("POST","/routing/test",function({conversation:e,facts:t}){return e?{conversation_id:e}:Object.fromEntries(Object.entries(t).filter(([,e])=>""!==e))}(a))}catch(e){t(e)}a.busy=!1,s()}},u=e=>t=>{a.facts={...a.facts,[e]:t},s()},g=(e,t,s)=>j`<div class="set-field"><div class="set-label"><label for=${t}>${e}</label></div>${s}</div>`,d=(e,t,s,n)=>{let i=String(a.facts[t]),r=n?f(e,[{value:"",label:k("filters.none")},...n],i,u(t)):j`<input id=${e} class="input" autocomplete="off" .value=${w(i)} @input=${e=>u(t)(e.target.value)} />`;return g(s,e,r)},c=e=>{a.conversation=e,s()};return()=>v(k("settings_routing.try"),j`<form class="set-stack" @submit=${l}>
${g(k("settings_routing.try_whom"),"try-whom",f("try-whom",[{value:"",label:k("settings_routing.try_somebody")},...i()],a.conversation,c))}
${a.conversation?E:j`<div class="set-columns">
${d("try-channel","channel",k("filters.field_channel"))} ${d("try-language","language",k("filters.field_language"),n().language)}
${d("try-page","page",k("filters.field_page"))} ${d("try-widget","widget_id",k("filters.field_widget"),n().widget)}
${d("try-team","chosen_team_id",k("filters.field_chosen_team"),n().chosen_team)}
</div>
${b(a.facts.verified,u("verified"),k("filters.field_verified"))} ${b(a.facts.returning,u("returning"),k("filters.field_returning"))}`}
<div class="set-actions">
<button type="submit" class="button" id="try-ask" aria-busy=${a.busy}>${k("settings_routing.try_ask")}</button>
${r()?j`<span class="field-hint">${k("settings_routing.try_saved")}</span>`:E}
</div>
</form>
${a.answer?function(e,t){let s=o(e,t,k),n=e.rules.map(e=>e.name).join(k("filters.comma"));return j`<div class="try-answer" role="status">
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
</div>`}(a.answer,n()):E}`,k("settings_routing.try_intro"))}var D=[["taken_within_ms",1e3],["gone_after_ms",6e4],["away_after_ms",6e4],["sticky_days",1],["sticky_wait_ms",1e3],["skills_relax_after_ms",1e3],["urgent_head_start_ms",6e4],["high_head_start_ms",6e4],["low_head_start_ms",-6e4]],O=["zh","en","ja","ko","fr","de","es","ru","ar","pt","it","th","vi","id"],P=(e,t=e=>e.name)=>e.map(e=>({value:e.id,label:t(e)}));function A(e){if("version"===e.code)return{rules:k("settings_routing.outdated")};if(400!==e.status||!e.field)return{};let t=k("settings_routing.wrong_value");return e.field.startsWith("rules")?{[e.field]:t}:{[`settings.${e.field}`]:t}}function I({call:o,changed:I,failed:S}){let U={versions:{rules:0,settings:0},most:0,choices:{},waiting:[]},B={open:null,dragged:null,said:"",made:0},F=y({read:()=>async function(e,t){let[n,i,r,a,l,o,u]=await Promise.all([e("GET","/routing/rules"),e("GET","/routing/settings"),e("GET","/teams"),e("GET","/agents?limit=200"),e("GET","/widgets"),e("GET","/labels"),e("GET","/conversations?view=unassigned&sort=waiting&limit=20")]);t.versions={rules:n.version,settings:i.version},t.most=n.rules_max;let g=new Intl.DisplayNames([document.documentElement.lang],{type:"language"}),d=P(r.items);return t.choices={team:d,chosen_team:d,agent:P(a.items),widget:P(l.items),label:o.items.map(e=>({value:e.name,label:e.name})),priority:["urgent","high","normal","low"].map(e=>({value:e,label:k(`settings_routing.priority_${e}`)})),channel:["web","api"].map(e=>({value:e,label:k(`settings_routing.channel_${e}`)})),language:O.map(e=>({value:e,label:g.of(e)??e}))},t.waiting=u.items.map(e=>({value:e.id,label:e.contact.name??k("settings_routing.try_nameless")})),{rules:s(n.rules),settings:i.settings}}(o,U),check:e=>Object.fromEntries(Object.entries(g(e.rules)).map(([e,t])=>[e,k(`settings_routing.wrong_${t}`)])),refused:A,async write(e,t){if(t.includes("rules")){let t=await o("PUT","/routing/rules",{version:U.versions.rules,rules:n(e.rules)});U.versions.rules=t.version,e.rules=s(t.rules)}if(t.some(e=>e.startsWith("settings."))){let t=await o("PUT","/routing/settings",{version:U.versions.settings,settings:e.settings});U.versions.settings=t.version,e.settings=t.settings}return e},changed(){let e="ready"===F.phase?c(F.errors):-1;e>=0&&(B.open=F.get("rules")[e]?.key??B.open),I()}}),M=()=>U.choices,N=function({form:s,at:n,choices:o,most:g,changed:c}){let h=()=>s.get("rules"),y=(e,t)=>s.set("rules",h().with(e,{...h()[e],...t,...t.when||t.follows?{broken:null}:{}})),G=function({form:s,choices:n,set:i}){return(o,u)=>{let g=$(`rule.${o.key}.name`),c=p({id:$(`rule.${o.key}.when`),fields:T,choices:n(),complaint:e=>d(s.errors,`rules[${u}].when.${e}`)}),_=s.errors[`rules[${u}].when`]??s.errors[`rules[${u}].then`];return j`<div class="thing-edit">
${q(k("settings_routing.name"),g,j`<input id=${g} class="input" maxlength=${e} autocomplete="off" .value=${w(o.name)} @input=${e=>i(u,{name:e.target.value})} />`,s.errors[`rules[${u}].name`])}
<div class="set-field" role="group" aria-labelledby="${g}-when">
<p class="set-label"><span class="label" id="${g}-when">${k("settings_routing.when")}</span></p>
${m(o.when)?c(a(o.when),e=>i(u,{when:e})):j`<p class="field-hint">${k("settings_routing.unreadable")} <button type="button" class="text-button" @click=${()=>i(u,{when:{all:[]}})}>${k("settings_routing.anew")}</button></p>`}
</div>
<div class="set-field" role="group" aria-labelledby="${g}-then">
<p class="set-label"><span class="label" id="${g}-then">${k("settings_routing.then")}</span></p>
${((e,a)=>{let o=t=>i(a,{follows:l(e.follows,t)}),u={value:"",label:k("settings_routing.leave")},g=t.map(e=>({value:e,label:k(`settings_routing.priority_${e}`)})),c=t=>$(`rule.${e.key}.${t}`),m=e=>d(s.errors,`rules[${a}].then.${e}`),p=t=>j`<input id=${c(t)} class="input" autocomplete="off" placeholder=${k("settings_routing.skills_example")} .value=${w((e.follows[t]??[]).join(k("filters.comma")))} @change=${e=>o({[t]:r(e.target.value)})} />`;return j`<div class="set-columns">
${q(k("settings_routing.to_team"),c("team"),f(c("team"),[u,...n().team??[]],e.follows.team_id??"",e=>o({team_id:e})),m("team_id"))}
${q(k("settings_routing.priority"),c("priority"),f(c("priority"),[u,...g],e.follows.priority??"",e=>o({priority:e})),m("priority"))}
${q(k("settings_routing.required"),c("required_skills"),p("required_skills"),m("required_skills"),k("settings_routing.required_hint"))}
${q(k("settings_routing.preferred"),c("preferred_skills"),p("preferred_skills"),m("preferred_skills"),k("settings_routing.preferred_hint"))}
</div>`})(o,u)}
</div>
${_?j`<p class="field-error" role="alert">${_}</p>`:E}
${b(o.stop,e=>i(u,{stop:e}),k("settings_routing.stop"),k("settings_routing.stop_hint"))}
</div>`}}({form:s,choices:o,set:y}),{grip:D,over:O,move:P}=function({form:e,at:t,changed:s}){let n=(s,n)=>{let r=e.get("rules"),a=i(r,s,n);t.said=k("settings_routing.moved",{name:r[s].name,place:a.indexOf(r[s])+1,count:r.length}),e.set("rules",a)};return{grip:(e,i)=>j`<button type="button" class="rule-grip" id="grip-${e.key}" draggable="true" aria-label=${k("settings_routing.move",{name:e.name,place:i+1})} title=${k("settings_routing.move_hint")} @keydown=${t=>{let s={ArrowUp:-1,ArrowDown:1}[t.key];s&&(t.preventDefault(),n(i,i+s),requestAnimationFrame(()=>document.getElementById(`grip-${e.key}`)?.focus()))}} @dragstart=${s=>{t.dragged=e.key,s.dataTransfer?.setData("text/plain",e.name)}} @dragend=${()=>{t.dragged=null,s()}}>${i+1}</button>`,over:s=>i=>{let r=e.get("rules").findIndex(e=>e.key===t.dragged);r<0||(i.preventDefault(),r!==s&&n(r,s))},move:n}}({form:s,at:n,changed:c}),A=e=>{n.open=e,c(),e&&requestAnimationFrame(()=>document.getElementById($(`rule.${e}.name`))?.focus())},I=e=>{n.made+=1;let t=`new-${n.made}`,i={name:"",enabled:!0,when:{all:[]},follows:{},stop:!1,...structuredClone(e),id:void 0,broken:null,key:t};s.set("rules",[...h(),i]),A(t)},S=(t,i)=>{let r=n.open===t.key;return j`<li class="thing rule ${t.enabled?"":"off"}" @dragover=${O(i)}>
${D(t,i)}
<div class="thing-what">
<button type="button" class="rule-name" aria-expanded=${r} @click=${()=>A(r?null:t.key)}>${t.name||k("settings_routing.unnamed")}</button>
${t.broken?j`<span class="rule-broken">${_("alert",14)}<span>${k("settings_routing.broken",{path:t.broken.path,why:t.broken.why})}</span></span>`:j`<span class="thing-about">${u(t,o(),k)}</span>`}
</div>
<div class="thing-does">
<label class="switch"><input type="checkbox" role="switch" aria-label=${k("settings_routing.enabled",{name:t.name})} .checked=${w(t.enabled)} @change=${e=>y(i,{enabled:e.target.checked})} /></label>
<button type="button" class="icon-button" aria-haspopup="menu" aria-label=${k("settings_routing.more",{name:t.name})} @click=${n=>((t,n,i)=>x(i,t.name,[{items:[...n>0?[{label:k("settings_routing.up"),mark:_("up"),run:()=>P(n,n-1)}]:[],...n+1<h().length?[{label:k("settings_routing.down"),mark:_("down"),run:()=>P(n,n+1)}]:[],{label:k("settings_routing.copy"),mark:_("copy"),run:()=>I({...t,name:k("settings_routing.copy_of",{name:t.name}).slice(0,e)})}]},{items:[{label:k("settings_routing.remove"),mark:_("trash"),run:()=>s.set("rules",h().toSpliced(n,1))}]}]))(t,i,n.currentTarget)}>${_("more")}</button>
</div>
${r?G(t,i):E}
</li>`};return{view:()=>v(k("settings_routing.rules"),j`${0===h().length?j`<p class="nothing-yet">${k("settings_routing.no_rules")}</p>`:j`<ol class="things rules">${h().map(S)}</ol>`}
<p class="unseen" aria-live="polite">${n.said}</p>
${s.errors.rules?j`<p class="field-error" role="alert">${s.errors.rules}</p>`:E}`,k("settings_routing.rules_intro"),h().length<g()?j`<button type="button" class="button" id="add-rule" @click=${()=>I({})}>${_("plus")}${k("settings_routing.add")}</button>`:E),open:A}}({form:F,at:B,choices:M,most:()=>U.most,changed:I}),W=G({call:o,failed:S,changed:I,choices:M,waiting:()=>U.waiting,dirty:()=>F.changes.length>0});return{form:F,body:()=>j`<p class="page-intro">${k("settings_routing.intro")}</p>${N.view()}${function(e){return v(k("settings_routing.times"),j`<div class="set-columns">${D.map(([t,s])=>{let n=`settings.${t}`,i=$(n);return j`<div class="set-field">
<div class="set-label"><label for=${i}>${k(`settings_routing.${t}`)}</label></div>
<div class="set-box number-box"><input id=${i} class="input number" type="number" min="0" aria-describedby="${i}-hint ${i}-error" .value=${w(String(e.get(n)/s))} @change=${t=>e.set(n,Math.round(Number(t.target.value)*s))} /><span>${k(`settings_routing.unit_${Math.abs(s)}`)}</span></div>
<p class="field-hint" id="${i}-hint">${k(`settings_routing.${t}_hint`)}</p>
${h(e,n)}
</div>`})}</div>`,k("settings_routing.times_intro"))}(F)}${W()}`}}export{I as routingPage};
